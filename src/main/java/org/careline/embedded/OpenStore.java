package org.careline.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.careline.journal.JournalFull;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open folder with its checkpoints, behind a server. When its checkpoint file fails (no memory, no room on the disk, a
 * file taken away), the folder is opened anew, as a start would do it: from the last checkpoint that is whole, and from
 * the journal. Clients wait meanwhile. That is tried every second until it works. A journal that broke is not opened anew:
 * only a new process may go on behind a failed sync.
 */
final class OpenStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);
    private static final long AGAIN_AFTER_MILLIS = 1_000;

    private final StoreServer server;
    private final Path folder;
    private final Clock clock;
    private final Runnable trouble;
    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "store-reopening");
        thread.setDaemon(true);
        return thread;
    });

    private Optional<Opened> opened = Optional.empty(); // by this
    private boolean closed; // by this

    private OpenStore(StoreServer server, Path folder, Clock clock, Runnable trouble) {
        this.server = server;
        this.folder = folder;
        this.clock = clock;
        this.trouble = trouble;
    }

    /**
     * Opens the folder and serves it.
     *
     * @param trouble is told each time the folder has to be opened anew
     * @throws org.careline.journal.JournalBroken if the journal cannot be read
     */
    static OpenStore behind(StoreServer server, Path folder, Clock clock, Runnable trouble) {
        OpenStore open = new OpenStore(server, folder, clock, trouble);
        open.open();
        return open;
    }

    /** Whether commands are answered at the moment. */
    synchronized boolean isServing() {
        return opened.isPresent();
    }

    /** What is open now. */
    synchronized Storage storage() {
        return opened.map(Opened::storage)
                .orElseThrow(() -> new IllegalStateException("The store is being opened anew"));
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        try {
            Storage storage = Storage.open(folder, clock);
            opened = Optional.of(new Opened(storage, new Checkpoints(storage, () -> again.execute(this::openAnew))));
            server.serve(storage);
        } catch (MVStoreException | JournalFull | OutOfMemoryError failure) {
            LOG.error("The store cannot be opened; it is tried again every second", failure);
            var unused = again.schedule(this::open, AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void openAnew() {
        if (closed || opened.isEmpty()) {
            return;
        }
        LOG.error(
                "The store could not write its checkpoint file. It is opened anew from its journal, and nothing that was"
                        + " acknowledged is lost. Look for room on the disk and for memory");
        trouble.run();
        letGo(Storage::abandon);
        open();
        if (opened.isPresent()) {
            LOG.warn("The store is open again");
        }
    }

    private void letGo(Consumer<Storage> how) {
        server.pause();
        opened.ifPresent(open -> {
            open.checkpoints.close();
            how.accept(open.storage);
        });
        opened = Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        again.shutdown();
        letGo(open -> {
            if (open.failed()) {
                open.abandon();
            } else {
                open.close();
            }
        });
    }

    private record Opened(Storage storage, Checkpoints checkpoints) {}
}
