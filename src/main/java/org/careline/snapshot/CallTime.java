package org.careline.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time by which calls are planned: the clock's, unless somebody rehearses a call at another hour. What a call leaves behind
 * has the clock's time all the same. Safe for any number of threads.
 */
public final class CallTime {

    private final Clock clock;
    private final boolean rehearsal;
    private volatile Duration ahead = Duration.ZERO;

    /** @param rehearsal whether nobody calls but who rehearses */
    public CallTime(Clock clock, boolean rehearsal) {
        this.clock = clock;
        this.rehearsal = rehearsal;
    }

    public Instant now() {
        return clock.instant().plus(ahead);
    }

    /** Whether it is another time than the clock's. */
    public boolean pretended() {
        return !ahead.isZero();
    }

    /**
     * Plans calls as if it were so much later.
     *
     * @param later zero for the clock's time
     * @throws IllegalStateException if real callers call: they are never told another hour's words
     * @throws IllegalArgumentException if it is negative: whoever talked lately would seem to talk still
     */
    public void pretend(Duration later) {
        if (!rehearsal) {
            throw new IllegalStateException("Only a rehearsal has another time");
        }
        if (later.isNegative()) {
            throw new IllegalArgumentException("A time from now on");
        }
        ahead = later;
    }
}
