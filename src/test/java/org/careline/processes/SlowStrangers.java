package org.careline.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Callers, while somebody else keeps as many connections busy as they can. */
final class SlowStrangers {

    /** The promise (P3): every call is answered in less. */
    private static final Duration ANSWERED = Duration.ofSeconds(1);

    /** A quiet call takes less, in milliseconds, on any machine that has time for us. */
    private static final long BUSY_MACHINE = 10;

    private static final Duration WARM = Duration.ofSeconds(3);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BEFORE = Duration.ofSeconds(1);

    private final RunningNode node;
    private final int calls;

    /**
     * What one burst came to.
     *
     * @param quiet the calls with nobody else there, a moment before
     * @param during the calls meanwhile
     * @param opened how many connections the strangers made
     * @param cut how many of them the server ended
     */
    record Run(Mischief mischief, SignedCalls quiet, SignedCalls during, long opened, long cut) {

        Figures figures() {
            String note = "%d connections made, %d cut off; quiet %s, during %s"
                    .formatted(opened, cut, quiet.words(), during.words());
            return new Figures(
                    "strangers: " + mischief.words,
                    1,
                    during.placed(),
                    during.millis().length,
                    during.unanswered(),
                    0,
                    during.slowest(),
                    note);
        }

        /** The bound is a second; in proportion more on a machine on which a quiet call is slow by itself. */
        Run assertAnswered() {
            figures().told();
            assertThat(during.unanswered()).as(mischief.words).isZero();
            assertThat(during.slowest())
                    .as(mischief.words)
                    .isLessThan(ANSWERED.toMillis() * Math.max(BUSY_MACHINE, quiet.quantile(50)) / BUSY_MACHINE);
            if (mischief.ends) {
                assertThat(cut).as(mischief.words).isGreaterThanOrEqualTo(mischief.connections);
            }
            return this;
        }
    }

    /** @param calls the port where calls come in */
    SlowStrangers(RunningNode node, int calls) {
        this.node = node;
        this.calls = calls;
    }

    SlowStrangers(RunningNode node) {
        this(node, node.server().getPort());
    }

    /** Until the process has run in. */
    SlowStrangers warmedUp() {
        SignedCalls.during(calls, WARM);
        return this;
    }

    Run during(Mischief mischief, Duration length) {
        SignedCalls quiet = SignedCalls.during(calls, QUIET);
        try (Burst burst = new Burst(node, mischief, mischief.connections)) {
            LockSupport.parkNanos(BEFORE.toNanos());
            SignedCalls during = SignedCalls.during(calls, length);
            return new Run(mischief, quiet, during, burst.opened(), burst.cut());
        }
    }
}
