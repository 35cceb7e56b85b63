package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the line into the store. */
@Configuration(proxyBeanMethods = false)
class WaitingConfiguration {

    @Bean
    WaitingLine waitingLine(MongoTemplate store, Clock clock) {
        Duration budget = Duration.ofMillis(MongoWaitingLine.BUDGET_MS);
        return new MongoWaitingLine(
                store, new MongoGuardedStore<>(store, StoredWaiting.CALLS, WaitingCall.class, clock, budget));
    }
}
