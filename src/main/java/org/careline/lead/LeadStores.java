package org.careline.lead;

import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreBoundary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The doors through which leads and touches are changed. */
@Configuration(proxyBeanMethods = false)
class LeadStores {

    @Bean
    GuardedStore<LeadId, Lead> leadStore(MongoTemplate store) {
        return new MongoGuardedStore<>(store, StoredLeads.LEADS, Lead.class);
    }

    @Bean
    GuardedStore<SourceId, Touch> touchStore(MongoTemplate store) {
        return new MongoGuardedStore<>(store, StoredLeads.TOUCHES, Touch.class);
    }

    @Bean
    NextActionWatch nextActionWatch(LeadBook leads) {
        return new NextActionWatch(leads);
    }

    @Bean
    HalfMerges halfMerges(MongoTemplate store) {
        return limit -> StoreBoundary.asking(
                "find half merges",
                () -> store.find(
                        Query.query(Criteria.where("family.joining").is(true)).limit(limit),
                        Lead.class,
                        StoredLeads.LEADS));
    }
}
