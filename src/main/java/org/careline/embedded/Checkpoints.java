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
 * Decides when a checkpoint is due: when much has changed ({@link Storage#MOST_UNSAVED}), or five minutes after the last
 * one; and says when none can be made any more.
 */
final class Checkpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private static final int LOOK_EVERY_MILLIS = 100;
    private static final long USUAL_WAIT_MILLIS = 100;
    private static final long PRESSING_WAIT_MILLIS = 10_000;
    private static final int PRESSING = 2;
    private static final long AT_LEAST_EVERY = 5L * 60 * 1000;

    private final Storage storage;
    private final Runnable failed;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "store-checkpoints");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ScheduledFuture<?> looking;
    private long last;

    /**
     * @param failed what is done when the checkpoint file has failed
     */
    Checkpoints(Storage storage, Runnable failed) {
        this.storage = storage;
        this.failed = failed;
        this.last = storage.clock().millis();
        this.looking = clockwork.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = storage.clock().millis();
        long unsaved = storage.unsaved();
        try {
            if (unsaved > Storage.MOST_UNSAVED || now - last > AT_LEAST_EVERY) {
                storage.checkpointWithin(
                        unsaved > PRESSING * Storage.MOST_UNSAVED ? PRESSING_WAIT_MILLIS : USUAL_WAIT_MILLIS);
                last = now;
            }
        } catch (JournalFull | JournalBroken | MVStoreException failure) {
            LOG.error("No checkpoint could be made; the journal goes on keeping what was acknowledged", failure);
        } catch (OutOfMemoryError failure) {
            storage.suspect();
            LOG.error(
                    "There was no memory for a checkpoint; the journal goes on keeping what was acknowledged", failure);
        }
        if (storage.failed()) {
            looking.cancel(false);
            failed.run();
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        clockwork.shutdown();
    }
}
