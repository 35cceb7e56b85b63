package org.careline.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A store process, started from the class path of the test. */
record StoreRun(Process process, BufferedReader out, String line) implements AutoCloseable {

    static final String PASSWORD = "0123456789abcdefghijklmnopqrstuv";

    static StoreRun start(Path folder, String... more) {
        return start(folder, PASSWORD, more);
    }

    /** @param password empty for none */
    static StoreRun start(Path folder, String password, String[] more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.careline.Careline",
                "--careline.role=store",
                "--careline.store.port=0",
                "--careline.data-dir=" + folder));
        command.addAll(List.of(more));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("CARELINE_STORE_PASSWORD", password);
            Process process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new StoreRun(process, out, ready(out));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The line that says it is ready; after a kill a set aside tail of the journal is logged before it. */
    private static String ready(BufferedReader out) throws IOException {
        StringBuilder said = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.contains("mongodb://")) {
            said.append(line).append('\n');
            line = out.readLine();
        }
        return line == null ? said.toString() : line;
    }

    String connectionString() {
        return line.replaceAll(".*mongodb://([\\w.:]+).*", "mongodb://careline:" + PASSWORD + "@$1");
    }

    /** What it printed after its line. */
    List<String> rest() {
        return out.lines().toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; answers the exit code. */
    int end() throws InterruptedException {
        process.toHandle().destroy(); // unlike Process.destroy it leaves the output open
        process.waitFor(30, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
