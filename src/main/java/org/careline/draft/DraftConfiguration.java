package org.careline.draft;

import java.time.Clock;
import org.careline.node.Seal;
import org.careline.node.Secrets;
import org.careline.store.MongoGuardedStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the keeping of drafts together. A store process has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "careline.role", havingValue = "application", matchIfMissing = true)
class DraftConfiguration {

    @Bean
    Drafts drafts(MongoTemplate store, Secrets secrets, DraftSettings settings, Clock clock) {
        return new SealedDrafts(
                new MongoGuardedStore<>(store, StoredDrafts.DRAFTS, StoredDraft.class, clock),
                new Seal(secrets::encryptionKey),
                settings.keep(),
                clock);
    }

    @Bean
    DraftRounds draftRounds(MongoTemplate store, Clock clock) {
        return new DraftRounds(store, clock);
    }
}
