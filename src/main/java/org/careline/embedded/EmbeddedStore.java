package org.careline.embedded;

import java.nio.file.Path;
import java.time.Clock;

/**
 * An embedded store that serves MongoDB's protocol on the loopback address. There is no authentication: every user of
 * the machine can reach the port.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final StoreServer server;
    private final OpenStore open;

    private EmbeddedStore(StoreServer server, Path folder, Clock clock) {
        this.server = server;
        this.open = OpenStore.behind(server, folder, clock);
    }

    /**
     * Opens the store of a folder, which must belong to this process alone, and serves it.
     *
     * @param folder made if there is none
     * @param port 0 for any free one
     * @throws java.io.UncheckedIOException if the port is taken
     * @throws org.careline.journal.JournalBroken if the folder cannot be read or written
     */
    public static EmbeddedStore open(Path folder, int port, Clock clock) {
        return new EmbeddedStore(StoreServer.listening(port), folder, clock);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Where a driver finds it, without a database. */
    public String connectionString() {
        return server.connectionString();
    }

    Storage storage() {
        return open.storage();
    }

    /** Ends all connections, makes a last checkpoint and lets the folder go. */
    @Override
    public void close() {
        server.close();
        open.close();
    }
}
