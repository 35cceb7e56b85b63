package org.careline.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The store as a process of its own ({@code careline.role=store}), on one port and one folder through all its lives. */
final class RunningStore implements AutoCloseable {

    private static final String PASSWORD = "0123456789abcdefghijklmnopqrstuv";
    private static final Duration START = Duration.ofSeconds(60);
    private static final int CONNECT_MS = 500;

    private final Path folder;
    private final int port = freePort();
    private @Nullable JavaProcess process;

    /** @param folder gets its data and its log */
    RunningStore(Path folder) {
        this.folder = folder;
    }

    static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String uri() {
        return "mongodb://careline:" + PASSWORD + "@localhost:" + port + "/careline";
    }

    /** Starts it and does not wait. */
    RunningStore starting() {
        process = another(port);
        return this;
    }

    /** One more process on the same folder. */
    JavaProcess another(int otherPort) {
        return JavaProcess.start(
                folder.resolve("store.log"),
                Map.of("CARELINE_STORE_PASSWORD", PASSWORD),
                List.of(
                        "--careline.role=store",
                        "--careline.store.port=" + otherPort,
                        "--careline.data-dir=" + folder.resolve("store")));
    }

    RunningStore ready() {
        Await.until("the store is there: " + process(), START, () -> {
            if (!process().isAlive()) {
                throw new AssertionError("The store did not start: " + process());
            }
            return accepts();
        });
        return this;
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    JavaProcess process() {
        return Objects.requireNonNull(process, "The store was never started");
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
}
