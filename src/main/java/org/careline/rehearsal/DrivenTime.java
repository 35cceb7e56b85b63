package org.careline.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.careline.rehearsal.LineView.Doing;

/**
 * Moves a clock for the network: to what happens next, a second at most, and never while somebody is at work. While
 * anybody is on a line without talking yet, the application's background jobs do a round before each step, because their
 * pauses pass in real time.
 */
final class DrivenTime {

    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final long GLANCE = 5;

    private final NetworkTime networkTime;
    private final Network network;
    private final Consumer<Duration> clock;
    private final Runnable others;
    private final Clock real = Clock.systemUTC();

    /** For an application without threads of its own. */
    DrivenTime(RehearsedNetwork network, Consumer<Duration> clock) {
        this(network, clock, () -> {});
    }

    /**
     * @param clock moves the clock that the network reads
     * @param others has the application's own threads do what they have to do by now
     */
    DrivenTime(RehearsedNetwork network, Consumer<Duration> clock, Runnable others) {
        this.networkTime = network.time();
        this.network = network.network();
        this.clock = clock;
        this.others = others;
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
            if (networkTime.locked(this::watched)) {
                catchUp();
            } else {
                pause(GLANCE);
            }
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

    /** All that is due by the moved clock is done, by the network and by the application. */
    void catchUp() {
        others.run();
        settle();
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

    private boolean watched() {
        return network.lines().stream().anyMatch(line -> !line.over() && line.doing != Doing.TALKS);
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
