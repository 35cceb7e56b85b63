package org.careline.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A store process and one node on it, as the README starts them, with Java's own settings. Coordinators have neither
 * capacity nor burst limit, so that every lead gets its owner at once. The node also has the constant answers. Data and
 * logs are below {@code target/benchmark}.
 */
final class Site implements AutoCloseable {

    static final Path FOLDER = Path.of("target", "benchmark");

    /** Java's options for a process of that name, from {@code benchmark.store.options} and {@code benchmark.node.options}. */
    private static final String OPTIONS = "benchmark.%s.options";

    static final Path UNLIMITED = Path.of("src", "test", "resources", "unlimited");

    private final int storePort = CarelineProcess.freePort();
    private final int port = CarelineProcess.freePort();
    private final CarelineProcess store;
    private final CarelineProcess node;

    private Site(Path folder) {
        store = CarelineProcess.start(
                folder.resolve("store"),
                java("store", ""),
                "--careline.role=store",
                "--careline.store.port=" + storePort);
        store.await(() -> accepts(storePort));
        node = CarelineProcess.start(
                folder.resolve("node"),
                java("node", constantAnswers(folder.resolve("classes")) + File.pathSeparator),
                "--spring.profiles.active=benchmark",
                "--spring.config.additional-location=file:" + UNLIMITED + "/",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--careline.webform.min-fill-time=0s",
                "--spring.mongodb.uri=" + storeUri());
        node.await(() -> accepts(port));
    }

    /** Opened with nothing in it. */
    static Site open(String name) {
        Path folder = FOLDER.resolve(name);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Site(folder);
    }

    private static List<String> java(String name, String before) {
        return CarelineProcess.ofClasses(System.getProperty(OPTIONS.formatted(name), ""), before);
    }

    private static Path constantAnswers(Path classes) {
        Path constant = Path.of("org", "careline", "benchmark", "constant");
        try {
            Files.createDirectories(classes.resolve(constant));
            FileSystemUtils.copyRecursively(
                    Path.of("target", "test-classes").resolve(constant), classes.resolve(constant));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return classes;
    }

    static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    String storeUri() {
        return "mongodb://careline:" + CarelineProcess.SECRET + "@localhost:" + storePort + "/careline";
    }

    /** The node first. */
    @Override
    public void close() {
        node.close();
        store.close();
    }
}
