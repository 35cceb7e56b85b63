package org.careline.rehearsal;

import java.time.Duration;

/**
 * How a phone answers by itself.
 *
 * @param kind what it does
 * @param after how long it rings before that
 * @param talk how long whoever answered talks once connected, before they hang up
 */
public record PhoneBehaviour(Kind kind, Duration after, Duration talk) {

    /** It waits for an {@link PhoneAction}. */
    static final PhoneBehaviour BY_HAND = new PhoneBehaviour(Kind.BY_HAND, Duration.ZERO, Duration.ZERO);

    /** A mailbox picks up at once. */
    static final PhoneBehaviour MAILBOX = of(Kind.MAILBOX, Duration.ZERO);

    /** What a phone does. */
    enum Kind {
        /** Waits for an act. */
        BY_HAND,
        /** Somebody picks up and presses 1 as soon as a menu waits for it. */
        ACCEPTS,
        /** Somebody picks up and presses nothing. */
        SILENT,
        /** A mailbox picks up and listens for half a minute. */
        MAILBOX,
        /** Rings and rings. */
        NO_ANSWER,
        /** Rings and is sent away. */
        DECLINES,
        /** Engaged: it does not even ring. */
        BUSY,
        /** The network does not reach it. */
        UNREACHABLE
    }

    /** Accepts after so long, and talks for a minute. */
    static PhoneBehaviour accepts(Duration after) {
        return new PhoneBehaviour(Kind.ACCEPTS, after, Duration.ofMinutes(1));
    }

    /** Does this after so long. */
    static PhoneBehaviour of(Kind kind, Duration after) {
        return new PhoneBehaviour(kind, after, Duration.ofMinutes(1));
    }
}
