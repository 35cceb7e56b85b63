package org.careline.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets those in who wait for answers from outside: never so many that no thread is left for the others, and one at a time for a
 * moment after one of them had no answer. So a frozen store holds one thread and not all, and it is noticed at once when it is
 * back.
 */
final class OutsideGate {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final int most;
    private final Clock clock;
    private Instant oneByOneUntil = Instant.MIN;
    private int inside;

    OutsideGate(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Whoever was let in has to {@link #leave}. */
    synchronized boolean enter() {
        boolean oneByOne = clock.instant().isBefore(oneByOneUntil);
        boolean room = inside < (oneByOne ? 1 : most);
        inside += room ? 1 : 0;
        return room;
    }

    /** @param answered false for somebody who had no answer */
    synchronized void leave(boolean answered) {
        inside--;
        if (!answered) {
            oneByOneUntil = clock.instant().plus(A_MOMENT);
        }
    }

    /** Somebody who had no answer the last time had one. */
    synchronized void back() {
        oneByOneUntil = Instant.MIN;
    }
}
