package org.careline.routing;

import java.time.Duration;
import java.util.List;
import org.careline.staff.CoordinatorId;

/**
 * What happens to one call: whom to ring, one after the other, and then voicemail.
 *
 * @param version names the configuration that the plan was made from; positions are meant in it
 * @param opening whether the clinic is open; if not, nobody is rung
 * @param rings whom to ring, each at most once, in this order
 * @param considered every coordinator in the order of the file, and why they are rung or not
 * @param bound how long the call can last if nobody accepts it: greeting, rings, voicemail; without the time that a request
 *     takes between Twilio and us
 */
public record RingPlan(String version, Opening opening, List<Ring> rings, List<Considered> considered, Duration bound) {

    public RingPlan {
        rings = List.copyOf(rings);
        considered = List.copyOf(considered);
    }

    /**
     * One phone to ring.
     *
     * @param position of the coordinator in the file, from 0
     */
    public record Ring(int position, CoordinatorId coordinator) {}

    /** What was decided about one coordinator. */
    public record Considered(CoordinatorId coordinator, Reason reason) {

        @Override
        public String toString() {
            return coordinator + ": " + reason;
        }
    }

    /** Why a coordinator is rung or not. */
    public enum Reason {
        /** Rung first: the caller's lead is theirs, whatever its language. */
        OWNER,
        /** Rung in the order of the pool. */
        IN_TURN,
        CLINIC_CLOSED,
        OFF_SHIFT,
        AWAY,
        PAUSED,
        /** The caller's language is known and not theirs. */
        OTHER_LANGUAGE,
        /** As many as may be rung for one call come before them. */
        ENOUGH_BEFORE_THEM;

        /** Whether they could be rung if there were room. */
        boolean willing() {
            return this == OWNER || this == IN_TURN;
        }
    }

    /** The positions in the order of the rings. */
    public List<Integer> order() {
        return rings.stream().map(Ring::position).toList();
    }
}
