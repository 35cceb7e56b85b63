package org.careline.lead;

import java.time.Instant;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.Language;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * What those who follow every change need of a lead that was written.
 *
 * @param rev what it is now
 * @param points its person's contact points
 * @param language what its person speaks; null if that is not known
 * @param owner who is responsible; null if nobody is
 * @param at when it was written last, by the clock of the node that wrote it
 */
public record WrittenLead(
        LeadId id,
        long rev,
        boolean open,
        Set<ContactPoint> points,
        @Nullable Language language,
        @Nullable CoordinatorId owner,
        Instant at) {

    public WrittenLead {
        points = Set.copyOf(points);
    }

    public static WrittenLead of(Lead lead, Instant at) {
        return of(lead, lead.rev(), at);
    }

    /** What a lead is once it is written. */
    static WrittenLead after(Lead lead, Instant at) {
        return of(lead, lead.rev() + 1, at);
    }

    private static WrittenLead of(Lead lead, long rev, Instant at) {
        return new WrittenLead(
                lead.id(),
                rev,
                lead.open(),
                lead.person().points(),
                lead.person().language(),
                lead.owner(),
                at);
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "WrittenLead[" + id + ", " + rev + "]";
    }
}
