package org.careline.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down whoever guesses a password: five failures a minute for a name from one place, and thirty in all from browsers that
 * nobody has signed in with. A browser that is known for a name has an account of its own, so that no stranger keeps
 * anybody out. Counted in this process only; the limit for all bounds what is kept.
 */
final class LoginAttempts {

    static final int MOST = 5;
    static final int MOST_OF_STRANGERS = 30;
    static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> failed = new HashMap<>();
    private final Deque<Instant> strangers = new ArrayDeque<>();

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt, as a failed one until it {@link #succeeded}; false if it must not be made now. */
    synchronized boolean begin(String account, boolean stranger) {
        Instant now = clock.instant();
        Instant over = now.minus(WITHIN);
        failed.values().forEach(times -> times.removeIf(time -> !time.isAfter(over)));
        failed.values().removeIf(Deque::isEmpty);
        strangers.removeIf(time -> !time.isAfter(over));
        Deque<Instant> times = failed.getOrDefault(account, new ArrayDeque<>());
        if (times.size() >= MOST || (stranger && strangers.size() >= MOST_OF_STRANGERS)) {
            return false;
        }
        times.add(now);
        failed.put(account, times);
        if (stranger) {
            strangers.add(now);
        }
        return true;
    }

    synchronized void succeeded(String account, boolean stranger) {
        failed.remove(account);
        if (stranger) {
            strangers.pollLast();
        }
    }
}
