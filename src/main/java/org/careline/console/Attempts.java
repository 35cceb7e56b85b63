package org.careline.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down whoever guesses a password: five attempts a minute for each name. Counted in this process only, and for no
 * more names than the roster has, for all others are one.
 */
final class Attempts {

    static final int MOST = 5;
    static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> failed = new HashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt, as a failed one until it {@link #succeeded}; false if it must not be made now. */
    synchronized boolean begin(String name) {
        Instant now = clock.instant();
        Deque<Instant> times = failed.computeIfAbsent(name, first -> new ArrayDeque<>());
        times.removeIf(time -> !time.isAfter(now.minus(WITHIN)));
        if (times.size() >= MOST) {
            return false;
        }
        times.add(now);
        return true;
    }

    synchronized void succeeded(String name) {
        failed.remove(name);
    }
}
