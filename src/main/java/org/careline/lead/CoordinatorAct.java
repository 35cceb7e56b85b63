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

    public static CoordinatorAct claim(Acting by, LeadId lead) {
        return plain(by, lead, What.CLAIM);
    }

    /** @param why what is owed because of the outcome */
    public static CoordinatorAct outcome(
            Acting by, LeadId lead, Outcome outcome, @Nullable String note, Explanation why) {
        return plain(by, lead, What.OUTCOME).noting(note).about(outcome.name()).because(why);
    }

    public static CoordinatorAct note(Acting by, LeadId lead, String note) {
        return plain(by, lead, What.NOTE).noting(note);
    }

    /** @param reason why they think that nobody is in danger */
    public static CoordinatorAct safetyOver(Acting by, LeadId lead, String reason) {
        return plain(by, lead, What.SAFETY_OVER).noting(reason);
    }

    public static CoordinatorAct close(Acting by, LeadId lead, CloseReason reason, @Nullable String note) {
        return plain(by, lead, What.CLOSE).noting(note).about(reason.name());
    }

    private static CoordinatorAct plain(Acting by, LeadId lead, What what) {
        return new CoordinatorAct(by.act(), 0, lead, by.at(), by.by().coordinator(), what, null, null, null);
    }

    private CoordinatorAct about(String outcomeOrReason) {
        return new CoordinatorAct(id, rev, leadId, at, by, what, outcomeOrReason, note, why);
    }

    private CoordinatorAct noting(@Nullable String words) {
        return new CoordinatorAct(id, rev, leadId, at, by, what, detail, words, why);
    }

    private CoordinatorAct because(Explanation rule) {
        return new CoordinatorAct(id, rev, leadId, at, by, what, detail, note, rule);
    }

    /** Notes never reach a log. */
    @Override
    public String toString() {
        return "CoordinatorAct[" + id + " " + what + " of " + leadId + "]";
    }
}
