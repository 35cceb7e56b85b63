package org.careline.assignment;

import org.careline.contact.Language;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * A lead that needs an owner.
 *
 * @param term the number of the decision that is to be made
 * @param language what the person wishes to speak; null if they did not say
 * @param before who owned it before; asked first. Null if nobody did
 * @param safety whether somebody fears for the person's safety
 */
public record AssignmentRequest(
        LeadId lead,
        int term,
        @Nullable Language language,
        @Nullable CoordinatorId before,
        boolean safety) {

    public static AssignmentRequest of(Lead lead) {
        return new AssignmentRequest(
                lead.id(),
                lead.ownership().nextTerm(),
                lead.person().language(),
                lead.takenBy().or(lead.ownership()::lastOwner).orElse(null),
                lead.work().safetyHold());
    }

    /** Whether this lead, as it is, still needs exactly this. */
    boolean isFor(Lead now) {
        return equals(of(now));
    }
}
