package org.careline.assignment;

import java.time.Instant;
import org.careline.lead.LeadId;

/**
 * A lead that a coordinator was charged with.
 *
 * @param stride what it added to the coordinator's pass
 */
record Charge(LeadId lead, int term, Instant at, long stride, State state) {

    enum State {
        /** The lead is about to be written. */
        OPEN,
        /** The lead says the same. */
        SETTLED,
        /** The lead went to somebody else, or was never written; looked at again, for a late writer may yet come. */
        TAKEN_BACK
    }

    boolean of(LeadId other, int otherTerm) {
        return lead.equals(other) && term == otherTerm;
    }

    /** Whether the lead has not said the same yet. */
    boolean unsure() {
        return state != State.SETTLED;
    }

    boolean counts() {
        return state != State.TAKEN_BACK;
    }

    Charge now(State next) {
        return new Charge(lead, term, at, stride, next);
    }
}
