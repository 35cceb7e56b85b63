package org.careline.followup;

import java.util.List;
import org.careline.lead.Lead;

/** What became of something that a coordinator did with a lead. */
public sealed interface ReportResult {

    /** It was written. */
    record Written(Lead lead) implements ReportResult {}

    /** The lead is closed; nothing was written. */
    record AlreadyClosed(Lead lead) implements ReportResult {}

    /** It is held for safety, which is ended first, by a person with a reason; nothing was written. */
    record HeldForSafety(Lead lead) implements ReportResult {}

    /** Nobody fears for the person's safety; nothing was written. */
    record NotHeld(Lead lead) implements ReportResult {}

    /** There is no such lead. */
    record Missing() implements ReportResult {}

    /** The report lacks something or has too much; nothing was written. */
    record Refused(List<ReportFault> refusals) implements ReportResult {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
