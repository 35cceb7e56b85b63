package org.careline.waiting;

import java.time.Clock;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the line into the store. */
@Configuration(proxyBeanMethods = false)
class WaitingConfiguration {

    @Bean
    WaitingLine waitingLine(MongoTemplate store, Clock clock) {
        return new MongoWaitingLine(
                store,
                new MongoGuardedStore<>(store, StoredWaiting.CALLS, WaitingCall.class, clock, MongoWaitingLine.BUDGET));
    }
}
