package org.careline.intake;

import java.util.List;
import java.util.Optional;
import org.careline.assignment.Grant;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;

/**
 * All writes of one inquiry, in the order in which they are made. An empty step is left out; a step that does not hold
 * ends the row, and the inquiry waits for the next batch.
 *
 * @param touches the touch, if it is new or has changed
 * @param losers leads that are frozen before the others are written
 * @param leads the lead it belongs to, and those that are linked with it
 * @param given what coordinators are charged with before the leads are written
 * @param inquiry the inquiry as it rests afterwards; unchanged if it is to be decided once more at once
 */
record Decision(
        Sighting sighting,
        List<Touch> touches,
        List<Lead> losers,
        List<Lead> leads,
        List<ContactPointEntry> points,
        List<Grant> given,
        StoredInquiry inquiry) {

    /** Nothing to write but how the inquiry rests. */
    static Decision only(Sighting sighting, StoredInquiry inquiry) {
        return new Decision(sighting, List.of(), List.of(), List.of(), List.of(), List.of(), inquiry);
    }

    /** The lead that the inquiry belongs to; empty if it belongs to none. */
    Optional<LeadId> lead() {
        return touches.stream()
                .findFirst()
                .or(() -> Optional.ofNullable(sighting.touch()))
                .map(Touch::leadId);
    }

    /** The same with owners in its leads. */
    Decision assigned(List<Lead> owned, List<Grant> charged) {
        return new Decision(sighting, touches, losers, owned, points, charged, inquiry);
    }

    /** The last write; none if the inquiry stays where it is. */
    List<StoredInquiry> inquiries() {
        return inquiry.equals(sighting.stored()) ? List.of() : List.of(inquiry);
    }
}
