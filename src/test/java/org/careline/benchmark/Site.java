package org.careline.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * A store process and one node on it, as the README starts them, with Java's own settings. The node also has the constant
 * answers. Data and logs are below {@code target/benchmark}.
 */
final class Site implements AutoCloseable {

    /** Every secret of this site. */
    static final String SECRET = "secret-of-the-benchmark";

    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final long START_SECONDS = 120;

    private final List<Process> processes = new ArrayList<>();
    private final int storePort = freePort();
    private final int port = freePort();

    static Site open() {
        Site site = new Site();
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
            Path constant = Path.of("org", "careline", "benchmark", "constant");
            Path classes = FOLDER.resolve("classes");
            Files.createDirectories(classes.resolve(constant));
            FileSystemUtils.copyRecursively(
                    Path.of("target", "test-classes").resolve(constant), classes.resolve(constant));
            site.start("store", "", "--careline.role=store", "--careline.store.port=" + site.storePort);
            site.await(site.storePort);
            site.start(
                    "node",
                    classes + File.pathSeparator,
                    "--spring.profiles.active=benchmark",
                    "--server.port=" + site.port,
                    "--server.address=127.0.0.1",
                    "--careline.webform.min-fill-time=0s",
                    "--spring.mongodb.uri=" + site.storeUri());
            site.await(site.port);
        } catch (IOException failure) {
            site.close();
            throw new UncheckedIOException(failure);
        }
        return site;
    }

    private void start(String name, String classes, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(System.getProperty("benchmark." + name + ".options", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of("-cp", classes + classPath(), "org.careline.Careline"));
        command.add("--careline.data-dir=" + FOLDER.resolve(name));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(name + ".log").toFile());
        for (String key : List.of("API_TOKEN", "TWILIO_AUTHTOKEN", "SIGNINGKEY", "ENCRYPTIONKEY")) {
            builder.environment().put("CARELINE_" + key, SECRET);
        }
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        processes.add(process);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void await(int reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!accepts(reached)) {
            if (System.nanoTime() > end || processes.stream().anyMatch(process -> !process.isAlive())) {
                throw new IllegalStateException("A process did not start; the logs are in " + FOLDER);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    /** What Twilio signs. */
    String publicBase() {
        return "http://localhost:" + port;
    }

    String storeUri() {
        return "mongodb://localhost:" + storePort + "/careline";
    }

    /** SIGTERM to all, the node first. */
    @Override
    public void close() {
        for (int last = processes.size() - 1; last >= 0; last--) {
            Process process = processes.get(last);
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
