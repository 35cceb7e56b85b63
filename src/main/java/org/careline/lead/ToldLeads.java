package org.careline.lead;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.careline.store.GuardedStore;

/** Leads of which every write here is told to the feed. */
final class ToldLeads implements GuardedStore<LeadId, Lead> {

    private final GuardedStore<LeadId, Lead> leads;
    private final LeadFeed feed;

    ToldLeads(GuardedStore<LeadId, Lead> leads, LeadFeed feed) {
        this.leads = leads;
        this.feed = feed;
    }

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
