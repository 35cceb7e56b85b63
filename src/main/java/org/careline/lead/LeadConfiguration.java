package org.careline.lead;

import java.time.Clock;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.StoreBoundary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The doors through which leads and touches are changed. */
@Configuration(proxyBeanMethods = false)
class LeadConfiguration {

    @Bean
    GuardedStore<LeadId, Lead> leadStore(MongoTemplate store, LeadFeed feed, Clock clock) {
        return new ToldLeads(new MongoGuardedStore<>(store, LeadDocuments.LEADS, Lead.class, clock), feed);
    }

    @Bean
    LeadFeed leadFeed(LeadRounds rounds, ObjectProvider<LeadListener> listeners, Clock clock) {
        return new LeadFeed(rounds, () -> listeners.orderedStream().toList(), clock);
    }

    @Bean
    GuardedStore<SourceId, Touch> touchStore(MongoTemplate store, Clock clock) {
        return new MongoGuardedStore<>(store, LeadDocuments.TOUCHES, Touch.class, clock);
    }

    @Bean
    GuardedStore<ActId, CoordinatorAct> actStore(MongoTemplate store, Clock clock) {
        return new MongoGuardedStore<>(store, LeadDocuments.ACTS, CoordinatorAct.class, clock);
    }

    @Bean
    LeadWrites leadWrites(GuardedStore<LeadId, Lead> leads, GuardedStore<ActId, CoordinatorAct> acts) {
        return new LeadWrites(leads, acts);
    }

    @Bean
    DueClockwork dueClockwork(LeadRounds rounds, LeadWrites leads, Clock clock) {
        return new DueClockwork(rounds, leads, clock);
    }

    @Bean
    NextActionWatch nextActionWatch(LeadBook leads) {
        return new NextActionWatch(leads);
    }

    @Bean
    HalfMerges halfMerges(MongoTemplate store) {
        return (limit, reader) -> StoreBoundary.call(
                "find half merges",
                () -> store.find(
                        Query.query(Criteria.where("family.joining").is(true)).limit(limit),
                        Lead.class,
                        LeadDocuments.LEADS));
    }
}
