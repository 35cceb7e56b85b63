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
        return of(by, lead, What.CLAIM, null, null, null);
    }

    /** @param why what is owed because of the outcome */
    public static CoordinatorAct outcome(
            Acting by, LeadId lead, Outcome outcome, @Nullable String note, Explanation why) {
        return of(by, lead, What.OUTCOME, outcome.name(), note, why);
    }

    public static CoordinatorAct note(Acting by, LeadId lead, String note) {
        return of(by, lead, What.NOTE, null, note, null);
    }

    /** @param reason why they think that nobody is in danger */
    public static CoordinatorAct safetyOver(Acting by, LeadId lead, String reason) {
        return of(by, lead, What.SAFETY_OVER, null, reason, null);
    }

    public static CoordinatorAct close(Acting by, LeadId lead, CloseReason reason, @Nullable String note) {
        return of(by, lead, What.CLOSE, reason.name(), note, null);
    }

    private static CoordinatorAct of(
            Acting by,
            LeadId lead,
            What what,
            @Nullable String detail,
            @Nullable String note,
            @Nullable Explanation why) {
        return new CoordinatorAct(by.act(), 0, lead, by.at(), by.by().coordinator(), what, detail, note, why);
    }

    /** Notes never reach a log. */
    @Override
    public String toString() {
        return "CoordinatorAct[" + id + " " + what + " of " + leadId + "]";
    }
}
