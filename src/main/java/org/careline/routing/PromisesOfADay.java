package org.careline.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.careline.contact.PhoneNumber;

/**
 * How often a number was promised a call within a day, as far as this process knows. Safe for any number of threads.
 */
final class PromisesOfADay {

    private static final Duration DAY = Duration.ofDays(1);

    /** Numbers that are remembered; the one that was promised longest ago is forgotten first. */
    private static final int MOST_NUMBERS = 20_000;

    private final int most;
    private final Clock clock;
    private final Map<PhoneNumber, Deque<Instant>> promised = new LinkedHashMap<>();

    /** @param most how many calls one number is promised within a day */
    PromisesOfADay(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts one more, if it may be promised. */
    synchronized boolean counted(PhoneNumber number) {
        Instant now = clock.instant();
        Deque<Instant> times = promised.computeIfAbsent(number, any -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(DAY))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return false;
        }
        times.addLast(now);
        promised.remove(number);
        promised.put(number, times);
        if (promised.size() > MOST_NUMBERS) {
            promised.remove(promised.keySet().iterator().next());
        }
        return true;
    }
}
