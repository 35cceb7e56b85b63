package org.careline.matching;

import java.util.Set;
import java.util.TreeSet;
import org.careline.contact.ContactPoint;
import org.careline.lead.LeadId;
import org.careline.store.Versioned;

/**
 * A contact point and every lead it belongs to. It is written after those leads, and nothing is ever taken out of it: a
 * merged lead is found through it as the lead that took it over.
 *
 * @param id the point's key, as the document is stored under it
 */
public record ContactPointEntry(String id, long rev, Set<LeadId> leads) implements Versioned<String> {

    public ContactPointEntry {
        leads = Set.copyOf(leads);
    }

    public static ContactPointEntry unused(ContactPoint point) {
        return new ContactPointEntry(point.key(), 0, Set.of());
    }

    public ContactPoint point() {
        return ContactPoint.ofKey(id);
    }

    public ContactPointEntry with(LeadId lead) {
        Set<LeadId> all = new TreeSet<>(leads);
        all.add(lead);
        return new ContactPointEntry(id, rev, all);
    }

    /** The key is contact data. */
    @Override
    public String toString() {
        return "ContactPointEntry[leads=" + leads + "]";
    }
}
