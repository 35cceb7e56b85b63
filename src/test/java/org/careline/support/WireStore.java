package org.careline.support;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.careline.embedded.EmbeddedStore;

/** An embedded store of its own for a test, with nothing in it. */
public final class WireStore implements AutoCloseable {

    private final EmbeddedStore store =
            EmbeddedStore.open(Path.of("target", "stores", UUID.randomUUID().toString()), 0, Clock.systemUTC());

    public String uri() {
        return store.connectionString() + "/careline";
    }

    @Override
    public void close() {
        store.close();
    }
}
