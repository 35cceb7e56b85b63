package org.careline.matching;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.lead.LeadId;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Where contact points lie. They are only ever asked for by their key. */
@Configuration(proxyBeanMethods = false)
class MatchingDocuments {

    private static final String CONTACT_POINTS = "contactPoints";

    @Bean
    GuardedStore<String, ContactPointEntry> contactPointStore(MongoTemplate store, Clock clock) {
        return new MongoGuardedStore<>(store, CONTACT_POINTS, ContactPointEntry.class, clock);
    }

    @Bean
    ContactPoints contactPoints(GuardedStore<String, ContactPointEntry> contactPointStore) {
        return point -> leadsOf(point, contactPointStore);
    }

    private static Set<LeadId> leadsOf(ContactPoint point, GuardedStore<String, ContactPointEntry> store) {
        return store.find(List.of(point.key()))
                .getOrDefault(point.key(), ContactPointEntry.unused(point))
                .leads();
    }

    @Bean
    LeadMatcher leadMatcher() {
        return new LeadMatcher();
    }
}
