package org.careline.node;

import java.time.Duration;

/**
 * What a round of a {@link BackgroundJob} says about the next one.
 *
 * @param kind which of the pauses of the job's {@link Pace} comes
 * @param pause the one that was asked for; zero for another kind
 */
public record Next(Kind kind, Duration pause) {

    /** There was work: more of it may be there soon. */
    public static final Next SOON = new Next(Kind.SOON, Duration.ZERO);

    /** There was nothing to do. */
    public static final Next IDLE = new Next(Kind.IDLE, Duration.ZERO);

    /** Something outside did not answer. */
    static final Next AWAY = new Next(Kind.AWAY, Duration.ZERO);

    /** Which pause. */
    enum Kind {
        SOON,
        WITHIN,
        IDLE,
        AWAY
    }

    /** Soon if there was work. */
    public static Next after(boolean work) {
        return work ? SOON : IDLE;
    }

    /** Whichever of the two comes sooner. */
    public Next sooner(Next other) {
        if (kind == other.kind) {
            return pause.compareTo(other.pause) <= 0 ? this : other;
        }
        return kind.compareTo(other.kind) < 0 ? this : other;
    }

    /** Something is known to be due then; a pause longer than the longest of the job's pace is cut to it. */
    public static Next within(Duration pause) {
        return new Next(Kind.WITHIN, pause.isNegative() ? Duration.ZERO : pause);
    }
}
