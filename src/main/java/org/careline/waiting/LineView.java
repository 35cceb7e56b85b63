package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What this node knows of the line. Whether callers can wait in it: the store has the line, and the carrier rings phones when
 * it is asked to; if not, the phones are dialled one after the other, for which neither is needed, and each finding lasts a
 * while and is then tried again. And how long it would take: how many talks go on, and how long the last ones were.
 */
@Component
public final class LineView {

    /** The line is looked at more often than this, also while nobody waits. */
    private static final Duration SEEN = Duration.ofSeconds(15);

    /** As long a carrier that does not ring phones is not asked to. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int FAILURES = 2;

    private final Clock clock;
    private Instant seen = Instant.MIN;
    private Instant failed = Instant.MIN;
    private int failures;
    private volatile Look last = new Look(0, List.of());

    private record Look(int talking, List<Talk> talks) {}

    LineView(Clock clock) {
        this.clock = clock;
    }

    /** The store told who waits. */
    synchronized void lineSeen() {
        seen = clock.instant();
    }

    /**
     * @param open all that goes on
     * @param talks the last ones that are over
     */
    void talksSeen(List<WaitingCall> open, List<Talk> talks) {
        int talking = (int) open.stream().flatMap(WaitingCall::talking).count();
        last = new Look(talking, List.copyOf(talks));
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

    /** Whether callers can wait in the line. */
    public synchronized boolean usable() {
        boolean rings = failures < FAILURES || !clock.instant().isBefore(failed.plus(PAUSE));
        return stored() && rings;
    }

    /** Whether the store has told who waits lately; if not, nobody should be held up by asking it. */
    public synchronized boolean stored() {
        return seen.isAfter(Instant.MIN) && clock.instant().isBefore(seen.plus(SEEN));
    }

    /** @param number of a caller in the line, from 1 */
    public Optional<Duration> estimate(int number) {
        Look look = last;
        return Estimate.of(number, look.talking(), look.talks());
    }
}
