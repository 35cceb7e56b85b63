package org.careline.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** An application node as a process of its own, on one port and one data folder through all its lives. */
final class RunningNode implements AutoCloseable {

    static final String API_TOKEN = "api-token-of-the-fault-tests";
    static final String TWILIO_TOKEN = "twilio-token-of-the-fault-tests";

    /** What several nodes share. */
    private static final Map<String, String> SECRETS = Map.of(
            "CARELINE_API_TOKEN",
            API_TOKEN,
            "CARELINE_TWILIO_AUTHTOKEN",
            TWILIO_TOKEN,
            "CARELINE_SIGNINGKEY",
            "signing-key-of-the-fault-tests",
            "CARELINE_ENCRYPTIONKEY",
            "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    private static final Duration START = Duration.ofSeconds(90);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final Path folder;
    private final List<String> arguments;
    private final int port = RunningStore.freePort();
    private @Nullable JavaProcess process;

    /**
     * @param folder gets its data and its log
     * @param arguments where its store is, and what else is special
     */
    RunningNode(String name, Path folder, String... arguments) {
        this.name = name;
        this.folder = folder;
        this.arguments = List.of(arguments);
    }

    /** Starts it and does not wait. */
    RunningNode starting() {
        process = another(name, port);
        return this;
    }

    /** The same on an empty folder. */
    RunningNode startingAnew() {
        FileSystemUtils.deleteRecursively(folder.toFile());
        return starting();
    }

    /** Starts it with a fault in it, on an empty folder. */
    RunningNode planted(Class<?> main) {
        FileSystemUtils.deleteRecursively(folder.toFile());
        process = JavaProcess.planted(main, folder, SECRETS, arguments(port));
        return this;
    }

    /** One more process on the same folder. */
    JavaProcess another(String log, int otherPort) {
        return JavaProcess.start(folder.resolve(log + ".log"), SECRETS, arguments(otherPort));
    }

    private List<String> arguments(int otherPort) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=" + otherPort,
                "--server.address=127.0.0.1",
                "--careline.data-dir=" + folder.resolve(name),
                "--careline.webform.min-fill-time=0s"));
        all.addAll(arguments);
        return all;
    }

    RunningNode ready() {
        Await.until("the node is ready: " + process(), START, () -> {
            if (!process().isAlive()) {
                throw new AssertionError("The node did not start: " + process());
            }
            return isReady();
        });
        return this;
    }

    /** What a balancer would ask. */
    boolean isReady() {
        HttpRequest readiness = HttpRequest.newBuilder(server().resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return CLIENT.send(readiness, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where requests are sent. */
    URI server() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What Twilio signs. */
    String publicBase() {
        return "http://localhost:" + port;
    }

    JavaProcess process() {
        return Objects.requireNonNull(process, "The node was never started");
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public void close() {
        if (isAlive()) {
            process().kill();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
