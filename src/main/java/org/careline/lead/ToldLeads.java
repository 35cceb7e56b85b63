package org.careline.lead;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.careline.store.GuardedStore;

/** Leads of which every write here is told to the feed. */
record ToldLeads(GuardedStore<LeadId, Lead> leads, LeadFeed feed) implements GuardedStore<LeadId, Lead> {

    @Override
    public Map<LeadId, Lead> find(Collection<LeadId> ids) {
        return leads.find(ids);
    }

    @Override
    public Set<LeadId> write(Collection<Lead> documents) {
        Set<LeadId> held = leads.write(documents);
        feed.wrote(documents.stream().filter(lead -> held.contains(lead.id())).toList());
        return held;
    }
}
