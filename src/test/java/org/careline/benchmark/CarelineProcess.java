package org.careline.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Careline as a process, with a folder of its own and a log beside it. */
final class CarelineProcess implements AutoCloseable {

    /** Every secret. */
    static final String SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static final long PATIENCE_SECONDS = 120;
    private static final List<String> SECRETS = List.of(
            "API_TOKEN", "CONSOLE_PASSWORD", "TWILIO_AUTHTOKEN", "SIGNINGKEY", "ENCRYPTIONKEY", "STORE_PASSWORD");

    private final Path folder;
    private final Process process;

    private CarelineProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it and does not wait.
     *
     * @param java Java and its options, up to the class or jar
     */
    static CarelineProcess start(Path folder, List<String> java, String... arguments) {
        List<String> command = new ArrayList<>(java);
        command.add("--careline.data-dir=" + folder);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of(folder + ".log").toFile());
        SECRETS.forEach(key -> builder.environment().put("CARELINE_" + key, SECRET));
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new CarelineProcess(folder, process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With the classes of this run, but without its tests. */
    static List<String> ofClasses(String options, String before) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(options.split(" ")).filter(option -> !option.isBlank()).forEach(java::add);
        java.addAll(List.of("-cp", before + classPath(), "org.careline.Careline"));
        return java;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Looks again and again. */
    void await(BooleanSupplier reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("A process did not start; its log is " + folder + ".log");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    long pid() {
        return process.pid();
    }

    static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** SIGTERM, and waits for the end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
