package org.careline.embedded;

import java.nio.file.Path;
import java.time.Clock;

/**
 * An open folder with its checkpoints, behind a server.
 *
 * @param server who hands commands on
 * @param storage the folder
 * @param checkpoints its clockwork
 */
record OpenStore(StoreServer server, Storage storage, Checkpoints checkpoints) implements AutoCloseable {

    static OpenStore behind(StoreServer server, Path folder, Clock clock) {
        Storage storage = Storage.open(folder, clock);
        server.serve(storage);
        return new OpenStore(server, storage, new Checkpoints(storage));
    }

    @Override
    public void close() {
        server.pause();
        checkpoints.close();
        storage.close();
    }
}
