package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether callers can wait in the line: the store has the line, and the carrier rings phones when it is asked to. If not, the
 * phones are dialled one after the other, for which neither is needed. Each finding lasts a while and is then tried again.
 */
public final class LineHealth {

    /** The line is looked at more often than this, also while nobody waits. */
    private static final Duration SEEN = Duration.ofSeconds(15);

    /** As long a carrier that does not ring phones is not asked to. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int FAILURES = 2;

    private final Clock clock;
    private Instant seen = Instant.MIN;
    private Instant failed = Instant.MIN;
    private int failures;

    public LineHealth(Clock clock) {
        this.clock = clock;
    }

    /** The store told who waits. */
    synchronized void lineSeen() {
        seen = clock.instant();
    }

    /** The carrier took a leg. */
    public synchronized void legTaken() {
        failures = 0;
    }

    /** The carrier did not say that it took a leg. */
    public synchronized void legFailed() {
        failures++;
        failed = clock.instant();
    }

    public synchronized boolean usable() {
        boolean rings = failures < FAILURES || !clock.instant().isBefore(failed.plus(PAUSE));
        return stored() && rings;
    }

    /** Whether the store has told who waits lately; if not, nobody should be held up by asking it. */
    public synchronized boolean stored() {
        return seen.isAfter(Instant.MIN) && clock.instant().isBefore(seen.plus(SEEN));
    }
}
