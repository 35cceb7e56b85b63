package org.careline.processes;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Careline as a process of its own, with the classes that the tests run with, but without the tests. */
final class JavaProcess {

    private static final Duration END = Duration.ofSeconds(30);
    private static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));

    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it and does not wait.
     *
     * @param log gets what it says, after what its predecessors said
     */
    static JavaProcess start(Path log, Map<String, String> environment, List<String> arguments) {
        return start(log, CLASS_PATH, "org.careline.Careline", environment, arguments);
    }

    /** Starts it by a class of the tests that puts a fault into it; of the tests nothing else is there. */
    static JavaProcess planted(Class<?> main, Path folder, Map<String, String> environment, List<String> arguments) {
        String file = main.getName().replace('.', '/') + ".class";
        Path classes = folder.resolve("planted");
        try (InputStream compiled = Objects.requireNonNull(main.getClassLoader().getResourceAsStream(file))) {
            Files.createDirectories(classes.resolve(file).getParent());
            Files.copy(compiled, classes.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String classPath = classes + File.pathSeparator + CLASS_PATH;
        return start(folder.resolve("planted.log"), classPath, main.getName(), environment, arguments);
    }

    private static JavaProcess start(
            Path log, String classPath, String main, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new JavaProcess(process, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; it is gone afterwards, whether it was frozen or not. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM; waits until it has ended. */
    int end() {
        process.destroy();
        return exitCode();
    }

    /** SIGSTOP: its sockets stay open and nobody answers. */
    void freeze() {
        signal("-STOP");
    }

    /** SIGCONT. */
    void thaw() {
        signal("-CONT");
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("A process did not end; its log is " + log);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return "process " + process.pid() + ", log " + log;
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("kill " + signal + " failed for " + this);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
