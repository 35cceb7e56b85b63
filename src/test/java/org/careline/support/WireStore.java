package org.careline.support;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A store that speaks MongoDB's protocol on a loopback port. */
public final class WireStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String address = server.bindAndGetConnectionString();

    public String uri() {
        return address + "/careline";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
