package org.careline.inbox;

import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.lead.LeadId;

/** Tells whether a lead is found by what its person is reached at. */
public interface LeadSearch {

    /**
     * Whether each of these points leads to it; true without points.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer in time
     */
    boolean finds(LeadId lead, Set<ContactPoint> points);
}
