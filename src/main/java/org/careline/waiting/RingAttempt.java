package org.careline.waiting;

import java.time.Duration;
import java.time.Instant;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator's phone that is rung for somebody who waits.
 *
 * @param leg the carrier's identity of it; null while it is not known
 * @param state how far it has come; never goes back
 * @param askedAt when it was decided to ring
 */
public record RingAttempt(
        CoordinatorId coordinator, @Nullable String leg, State state, Instant askedAt) {

    /** In the order in which they can come; each may be left out. */
    public enum State {
        /** It was decided to ring it. */
        ASKED,
        /** The carrier did not say whether it took the leg: it may ring. */
        UNKNOWN,
        /** The carrier took the leg. */
        PLACED,
        RINGING,
        /** Somebody or a mailbox picked up. */
        ANSWERED,
        /** They pressed 1 and have this caller, or are about to. */
        ACCEPTED,
        /** They pressed 1 and got somebody who had waited longer. */
        WENT_TO_ANOTHER,
        /** Picked up, and not accepted: a mailbox, another key, nothing. */
        NOT_ACCEPTED,
        BUSY,
        NO_ANSWER,
        /** The network does not reach it, or the carrier refuses to ring it. */
        FAILED,
        /** Ended by us: another has the caller, or the caller is gone. */
        CANCELED,
        /** Nothing was heard of it for longer than it can last. */
        LOST,
        /** They talked. */
        TALKED;

        boolean isEnd() {
            return compareTo(ACCEPTED) > 0;
        }
    }

    static RingAttempt asked(CoordinatorId coordinator, Instant now) {
        return new RingAttempt(coordinator, null, State.ASKED, now);
    }

    /** Ends are sticky, and what is told late changes nothing. */
    RingAttempt reaching(State next) {
        return state.isEnd() || next.compareTo(state) <= 0 ? this : new RingAttempt(coordinator, leg, next, askedAt);
    }

    /** The carrier's identity of it becomes known; it stays the first one. */
    RingAttempt as(String sid) {
        return leg == null ? new RingAttempt(coordinator, sid, state, askedAt) : this;
    }

    /** Whether it may still ring or be talked on. */
    boolean live() {
        return !state.isEnd();
    }

    /** Whether nobody has accepted it for longer than it can ring and be asked. */
    boolean overdue(Duration longest, Instant now) {
        return live() && state != State.ACCEPTED && !now.isBefore(askedAt.plus(longest));
    }

    /** Whether its phone surely was rung; one that was not says nothing about its coordinator. */
    public boolean wasPlaced() {
        return leg != null || state == State.RINGING || state == State.ANSWERED || state == State.ACCEPTED;
    }
}
