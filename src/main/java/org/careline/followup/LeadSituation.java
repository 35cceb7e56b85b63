package org.careline.followup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.careline.lead.DueItem;
import org.careline.lead.FollowUp;
import org.careline.lead.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How an outcome finds an open lead.
 *
 * @param followUp the attempts before this one, since the person's last contact
 * @param stage where the lead stands; not closed
 * @param reviewDueAt when a person's look at it is due, such as the one after a consultation; null if none is owed
 * @param safetyHold whether somebody fears for the person's safety
 * @param afterwards what is owed once nobody does any more; null if that is not decided yet, or nobody does
 * @param zones where the person may be; empty if unknown
 */
record LeadSituation(
        FollowUp followUp,
        Stage stage,
        @Nullable Instant reviewDueAt,
        boolean safetyHold,
        @Nullable DueItem afterwards,
        Set<ZoneId> zones) {

    LeadSituation {
        zones = Set.copyOf(zones);
        if (stage == Stage.CLOSED) {
            throw new IllegalArgumentException("Nobody is attempted to be reached for a closed lead");
        }
    }
}
