package org.careline.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.careline.journal.JournalBroken;
import org.careline.journal.JournalFull;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a checkpoint is due: when much has changed, or five minutes after the last one. Much is 32 MiB, or an
 * eighth of the heap if that is less, for until then changed pages stay in memory.
 */
final class Checkpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private static final long MOST_UNSAVED_BYTES = 32L << 20;
    private static final int SHARE_OF_HEAP = 8;
    private static final int LOOK_EVERY_MILLIS = 100;
    private static final long USUAL_WAIT_MILLIS = 100;
    private static final long PRESSING_WAIT_MILLIS = 10_000;
    private static final int PRESSING = 2;
    private static final long AT_LEAST_EVERY = 5L * 60 * 1000;

    private final Storage storage;
    private final long mostUnsaved =
            Math.min(MOST_UNSAVED_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "store-checkpoints");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> looking;
    private long last;

    Checkpoints(Storage storage) {
        this.storage = storage;
        this.last = storage.clock().millis();
        this.looking = clockwork.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = storage.clock().millis();
        long unsaved = storage.unsaved();
        if (unsaved > mostUnsaved || now - last > AT_LEAST_EVERY) {
            try {
                storage.checkpointWithin(unsaved > PRESSING * mostUnsaved ? PRESSING_WAIT_MILLIS : USUAL_WAIT_MILLIS);
                last = now;
            } catch (JournalFull | JournalBroken | MVStoreException failure) {
                LOG.error("No checkpoint could be made; the journal goes on keeping what was acknowledged", failure);
            }
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        clockwork.shutdown();
    }
}
