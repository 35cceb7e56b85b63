package org.careline.matching;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.PersonName;
import org.careline.lead.Lead;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.jspecify.annotations.Nullable;

/**
 * What the matcher is asked.
 *
 * @param touch the touch that this inquiry already is, if it was decided before; it is the decision
 * @param points the contact points given
 * @param dangers what in it tells that somebody may be in danger
 */
public record MatchQuestion(
        SourceId source,
        Instant at,
        @Nullable PersonName name,
        Set<ContactPoint> points,
        List<Cause> dangers,
        @Nullable Touch touch,
        LeadsInView view) {

    public MatchQuestion {
        dangers = List.copyOf(dangers);
    }

    /** Whether it is work for this lead; one that was closed since stays closed. */
    boolean opens(Lead lead) {
        return lead.opensFor(at, dangers);
    }
}
