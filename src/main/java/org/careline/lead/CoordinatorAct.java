package org.careline.lead;

import java.time.Instant;
import org.careline.staff.CoordinatorId;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * Something that a coordinator did with a lead. The latest one stands in the lead itself, in the very write that it made;
 * it moves into a collection of its own afterwards, so that no crash loses it.
 *
 * @param leadId the lead as it was called then
 * @param by who did it
 * @param what what sort of thing
 * @param detail an outcome or a close reason; null for the other sorts
 * @param note what they wrote
 * @param why what is owed because of it, and by which rule; null if nothing was planned by it
 */
public record CoordinatorAct(
        ActId id,
        long rev,
        LeadId leadId,
        Instant at,
        CoordinatorId by,
        What what,
        @Nullable String detail,
        @Nullable String note,
        @Nullable Explanation why)
        implements Versioned<ActId> {

    /** What a coordinator can do with a lead. */
    public enum What {
        CLAIM,
        OUTCOME,
        NOTE,
        /** They found that nobody is in danger any more; the note says why. */
        SAFETY_OVER,
        CLOSE
    }

    /** The same act, with the rule by which something is owed because of it. */
    public CoordinatorAct because(Explanation rule) {
        return new CoordinatorAct(id, rev, leadId, at, by, what, detail, note, rule);
    }

    /** Notes never reach a log. */
    @Override
    public String toString() {
        return "CoordinatorAct[" + id + " " + what + " of " + leadId + "]";
    }
}
