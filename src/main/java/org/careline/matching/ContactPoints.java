package org.careline.matching;

import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.lead.LeadId;

/** Reads to whom a phone number or an e-mail address belongs. */
public interface ContactPoints {

    /**
     * Every lead that this point belongs to, merged ones included.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer in time
     */
    Set<LeadId> leadsOf(ContactPoint point);
}
