package org.careline.embedded;

import java.nio.file.Path;
import java.time.Clock;

/**
 * A running embedded store: a folder, its checkpoints and a port on the loopback address.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final Storage storage;
    private final Checkpoints checkpoints;
    private final StoreServer server;

    private EmbeddedStore(Storage storage, int port) {
        this.storage = storage;
        this.checkpoints = new Checkpoints(storage);
        this.server = StoreServer.start(new Commands(storage), port);
    }

    /**
     * Opens the store of a folder, which must belong to this process alone, and serves it.
     *
     * @param port 0 for any free one
     * @throws java.io.UncheckedIOException if the port is taken
     * @throws org.careline.journal.JournalBroken if the folder cannot be read or written
     */
    public static EmbeddedStore open(Path folder, int port, Clock clock) {
        return new EmbeddedStore(Storage.open(folder, clock), port);
    }

    public int port() {
        return server.port();
    }

    /** Where a driver finds it, without a database. */
    public String connectionString() {
        return "mongodb://localhost:" + port();
    }

    Storage storage() {
        return storage;
    }

    /** Refuses new commands, makes a last checkpoint and lets the folder go. */
    @Override
    public void close() {
        server.close();
        checkpoints.close();
        storage.close();
    }
}
