package org.careline.matching;

import java.util.List;
import java.util.Set;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.Related;

/** To which lead an inquiry belongs. */
public sealed interface Match {

    /** Other leads that the one chosen is to be linked with. */
    Set<Related> links();

    /** Whether a person has to look at it. */
    boolean review();

    Explanation why();

    /** Nobody's yet: the lead that the inquiry itself makes. */
    record NewLead(Set<Related> links, boolean review, Explanation why) implements Match {}

    /**
     * A lead that is there.
     *
     * @param confirmed false if the point belongs to several people and the inquiry names none of them
     */
    record SameLead(Lead lead, boolean confirmed, Set<Related> links, boolean review, Explanation why)
            implements Match {}

    /**
     * Several leads that turn out to be one person's.
     *
     * @param winner the oldest of them
     * @param losers the others, to be merged into it
     */
    record OnePerson(Lead winner, List<Lead> losers, Set<Related> links, Explanation why) implements Match {
        @Override
        public boolean review() {
            return false;
        }
    }
}
