package org.careline.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.careline.rehearsal.LineView.Doing;

/**
 * Moves a clock for the network: to what happens next, a second at most, and never while somebody is at work. While
 * anybody is on a line without talking yet, the application's own threads get a breath before each step, because they look
 * for work in real time.
 */
final class DrivenTime {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final long GLANCE = 5;

    private final NetworkTime networkTime;
    private final Network network;
    private final Consumer<Duration> clock;
    private final Duration breath;
    private final Clock real = Clock.systemUTC();

    /** For an application without threads of its own. */
    DrivenTime(RehearsedNetwork network, Consumer<Duration> clock) {
        this(network, clock, Duration.ZERO);
    }

    /**
     * @param clock moves the clock that the network reads
     * @param breath in real time
     */
    DrivenTime(RehearsedNetwork network, Consumer<Duration> clock, Duration breath) {
        this.networkTime = network.time();
        this.network = network.network();
        this.clock = clock;
        this.breath = breath;
    }

    /** Until it is enough, or so long by the moved clock. */
    boolean passUntil(BooleanSupplier enough, Duration longest) {
        Instant end = networkTime.now().plus(longest);
        while (!enough.getAsBoolean()) {
            settle();
            if (enough.getAsBoolean()) {
                return true;
            }
            if (!networkTime.now().isBefore(end)) {
                return false;
            }
            pause(networkTime.locked(this::breath));
            step(end);
        }
        return true;
    }

    /** Waits, in real time, until all that can be done now is done. */
    private void settle() {
        Instant patience = real.instant().plus(STUCK);
        while (networkTime.idleUntil().isEmpty()) {
            if (real.instant().isAfter(patience)) {
                throw new IllegalStateException("Somebody on the network is at work for more than a minute");
            }
            pause(GLANCE);
        }
    }

    private void step(Instant end) {
        networkTime.idleUntil().ifPresent(next -> {
            Instant now = networkTime.now();
            Instant to = min(min(next, end), now.plus(STEP));
            clock.accept(Duration.between(now, to));
            boolean unused = networkTime.locked(() -> {
                networkTime.changed();
                return true;
            });
        });
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private long breath() {
        boolean watched = network.lines().stream().anyMatch(line -> !line.over() && line.doing != Doing.TALKS);
        return watched ? Math.max(GLANCE, breath.toMillis()) : GLANCE;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
