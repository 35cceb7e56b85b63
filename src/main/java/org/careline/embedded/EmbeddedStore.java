package org.careline.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * An embedded store that serves MongoDB's protocol on the loopback address, to whoever shows its password.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final StoreServer server;
    private final OpenStore open;

    private final String password;

    private EmbeddedStore(StoreServer server, String password, Path folder, Clock clock) {
        this.server = server;
        this.password = password;
        this.open = OpenStore.behind(server, folder, clock, () -> {});
    }

    /**
     * Opens the store of a folder, which must belong to this process alone, and serves it under a password of its own.
     *
     * @param folder made if there is none
     * @param port 0 for any free one
     * @throws java.io.UncheckedIOException if the port is taken
     * @throws org.careline.journal.JournalBroken if the folder cannot be read or written
     */
    public static EmbeddedStore open(Path folder, int port, Clock clock) {
        return open(folder, port, clock, StoreAccess.random());
    }

    /** The same with this password, of printable ASCII. */
    static EmbeddedStore open(Path folder, int port, Clock clock, String password) {
        StoreServer server = StoreServer.listening(port, StoreAccess.by(password));
        return new EmbeddedStore(server, password, folder, clock);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Where it is, without user and password. */
    String address() {
        return server.address();
    }

    /** Where a driver finds it and what it shows there, without a database. Not for logs: the password is in it. */
    public String connectionString() {
        return connectionString(server, password);
    }

    static String connectionString(StoreServer server, String password) {
        return "mongodb://" + StoreAccess.USER + ":" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "@"
                + server.address();
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
