package org.careline.waiting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody will wait, by our own reckoning: while all coordinators talk, the line moves by one with each talk that
 * ends, and of {@code c} talks of mean length {@code t} one ends every {@code t / c} (the FIFO wait of an M/M/c queue whose
 * servers are all busy; Kleinrock, Queueing Systems vol. 1, ch. 3). Twilio's own average is of those who wait now and says
 * nothing about this caller.
 */
final class Estimate {

    private static final int FEWEST_TALKS = 3;
    private static final Duration USUAL_TALK = Duration.ofMinutes(8);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Estimate() {}

    /**
     * @param number the caller's number in the line, from 1
     * @param talking how many coordinators talk now
     * @param talks recent talks; too few of them say nothing
     * @return whole minutes, rounded up; empty if it cannot be said or is too long to say
     */
    static Optional<Duration> of(int number, int talking, List<Talk> talks) {
        if (talking == 0) {
            return Optional.empty();
        }
        Duration wait = mean(talks).multipliedBy(number).dividedBy(talking);
        Duration minutes = Duration.ofMinutes(wait.plusSeconds(59).toMinutes());
        return minutes.compareTo(LONGEST) > 0 || minutes.isZero() ? Optional.empty() : Optional.of(minutes);
    }

    private static Duration mean(List<Talk> talks) {
        if (talks.size() < FEWEST_TALKS) {
            return USUAL_TALK;
        }
        Duration all = talks.stream().map(Talk::length).reduce(Duration.ZERO, Duration::plus);
        return all.dividedBy(talks.size());
    }
}
