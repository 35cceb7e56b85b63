package org.careline.inbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A second in which nobody waits for the store, which has failed before. Safe for any number of threads. */
final class Breath {

    private static final long LENGTH = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong until = new AtomicLong(System.nanoTime());

    void take() {
        until.set(System.nanoTime() + LENGTH);
    }

    boolean isTaken() {
        return until.get() - System.nanoTime() > 0;
    }
}
