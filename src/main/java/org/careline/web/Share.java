package org.careline.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many threads one lane may have. Of those that are inside a few work at a time and the others wait a moment: a
 * processor that is shared by sixty answers none of them soon, least of all a call.
 */
final class Share {

    /** Longer than a crowd needs on a machine that has just started, or whose store is away: each waits for it first. */
    private static final Duration MOMENT = Duration.ofSeconds(10);

    private final Semaphore inside;
    private final Semaphore working;

    Share(int inside, int working) {
        this.inside = new Semaphore(inside);
        this.working = new Semaphore(working, true);
    }

    /** One that is not waited for. */
    static Share of(int inside) {
        return new Share(inside, inside);
    }

    /** Whether there is a place, which is to be {@link #leave left}. */
    boolean enter() {
        if (!inside.tryAcquire()) {
            return false;
        }
        try {
            if (working.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        inside.release();
        return false;
    }

    void leave() {
        working.release();
        inside.release();
    }
}
