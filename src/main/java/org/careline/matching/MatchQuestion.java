package org.careline.matching;

import java.time.Instant;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.PersonName;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.jspecify.annotations.Nullable;

/**
 * What the matcher is asked.
 *
 * @param touch the touch that this inquiry already is, if it was decided before; it is the decision
 * @param points the contact points given
 */
public record MatchQuestion(
        SourceId source,
        Instant at,
        @Nullable PersonName name,
        Set<ContactPoint> points,
        @Nullable Touch touch,
        LeadsInView view) {}
