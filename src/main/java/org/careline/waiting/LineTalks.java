package org.careline.waiting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is known of talks, as of the last look at the line: how many go on, and how long the last ones were. */
public final class LineTalks {

    private volatile Look last = new Look(0, List.of());

    private record Look(int talking, List<Talk> talks) {}

    /**
     * @param open all that goes on
     * @param talks the last ones that are over
     */
    void seen(List<WaitingCall> open, List<Talk> talks) {
        int talking = (int) open.stream().flatMap(WaitingCall::talking).count();
        last = new Look(talking, List.copyOf(talks));
    }

    /** @param number of a caller in the line, from 1 */
    public Optional<Duration> estimate(int number) {
        Look look = last;
        return Estimate.of(number, look.talking(), look.talks());
    }
}
