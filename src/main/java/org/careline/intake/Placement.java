package org.careline.intake;

import org.careline.matching.Match;

/** An inquiry with the lead it belongs to, or the reason why it belongs to none now. */
sealed interface Placement {

    /** It belongs to this lead. */
    record Matched(InquiryInView seen, Match match) implements Placement {}

    /** It belongs to this lead, and the person is to be called then. */
    record Planned(InquiryInView seen, Match match, FirstCall firstCall) implements Placement {}

    /** It does not become a touch now. */
    record Unmatched(JunkVerdict verdict) implements Placement {}
}
