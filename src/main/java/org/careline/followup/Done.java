package org.careline.followup;

import java.util.List;
import org.careline.lead.Lead;

/** What became of something that a coordinator did with a lead. */
public sealed interface Done {

    /** It was written. */
    record Written(Lead lead) implements Done {}

    /** The lead is closed; nothing was written. */
    record AlreadyClosed(Lead lead) implements Done {}

    /** It is held for safety, which is ended first, by a person with a reason; nothing was written. */
    record HeldForSafety(Lead lead) implements Done {}

    /** Nobody fears for the person's safety; nothing was written. */
    record NotHeld(Lead lead) implements Done {}

    /** There is no such lead. */
    record Missing() implements Done {}

    /** The report lacks something or has too much; nothing was written. */
    record Refused(List<Refusal> refusals) implements Done {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
