package org.careline.waiting;

import org.careline.store.DeclaredIndex;
import org.careline.store.StoredAsText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the waiting line lies in the store. */
@Configuration(proxyBeanMethods = false)
class StoredWaiting {

    static final String CALLS = "waiting";

    @Bean
    StoredAsText<WaitingId> storedWaitingIds() {
        return new StoredAsText<>(WaitingId.class, WaitingId::value, WaitingId::new);
    }

    /** What goes on, in the line's order. */
    @Bean
    DeclaredIndex waitingByPlace() {
        return DeclaredIndex.ascending(CALLS, "by_place", "place");
    }

    /** Who waited before. */
    @Bean
    DeclaredIndex waitingByPhone() {
        return DeclaredIndex.ascending(CALLS, "by_phone", "party.phone", "waiting.begun");
    }

    /** Talks by their end. */
    @Bean
    DeclaredIndex waitingByTalk() {
        return DeclaredIndex.ascending(CALLS, "by_talk", "accept.endedAt");
    }

    /** What can be forgotten. */
    @Bean
    DeclaredIndex waitingByEnd() {
        return DeclaredIndex.ascending(CALLS, "by_end", "ended.at");
    }
}
