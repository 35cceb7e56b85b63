package org.careline.draft;

import java.util.Collection;
import java.util.List;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;

/** Keeps what is typed until it is saved. Every method throws {@link org.careline.store.StoreUnavailable} as the store does. */
public interface Drafts {

    /** The most sheets of one person with one lead; who has more open pages than these is told so. */
    int MOST = 8;

    /** What is kept of somebody with these leads, the newest first. */
    List<Draft> of(CoordinatorId who, Collection<LeadId> leads);

    /** Keeps what a page holds, instead of what it held before. */
    Kept keep(CoordinatorId who, LeadId lead, Typed typed);

    /**
     * What is kept now.
     *
     * @param taken whether what the page holds is among it; false if {@link #MOST} other pages hold something already
     * @param all of them with this lead, the newest first
     */
    record Kept(boolean taken, List<Draft> all) {

        public Kept {
            all = List.copyOf(all);
        }
    }
}
