package org.careline.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Decides when a checkpoint is due: when much has changed, or five minutes after the last one. Much is 32 MiB, or an
 * eighth of the heap if that is less, for until then changed pages stay in memory.
 */
final class Checkpoints implements AutoCloseable {

    private static final long MOST_UNSAVED_BYTES = 32L << 20;
    private static final int SHARE_OF_HEAP = 8;
    private static final int LOOK_EVERY_MILLIS = 100;
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
        if (storage.unsaved() > mostUnsaved || now - last > AT_LEAST_EVERY) {
            storage.checkpoint();
            last = now;
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        clockwork.shutdown();
    }
}
