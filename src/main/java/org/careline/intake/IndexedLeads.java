package org.careline.intake;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.contact.ContactPoint;
import org.careline.inbox.LeadSearch;
import org.careline.lead.LeadId;
import org.careline.matching.ContactPointEntry;
import org.careline.store.GuardedStore;
import org.springframework.stereotype.Component;

/** Finds leads as the matcher does, by the entries of their points. */
@Component
final class IndexedLeads implements LeadSearch {

    private final GuardedStore<String, ContactPointEntry> entries;

    IndexedLeads(GuardedStore<String, ContactPointEntry> entries) {
        this.entries = entries;
    }

    @Override
    public boolean finds(LeadId lead, Set<ContactPoint> points) {
        Set<String> keys = points.stream().map(ContactPoint::key).collect(Collectors.toSet());
        Map<String, ContactPointEntry> known = entries.find(keys);
        return keys.stream()
                .allMatch(point ->
                        known.containsKey(point) && known.get(point).leads().contains(lead));
    }
}
