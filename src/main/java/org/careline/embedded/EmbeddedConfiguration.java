package org.careline.embedded;

import com.mongodb.ConnectionString;
import java.time.Clock;
import org.careline.node.DataFolder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * The embedded store of an application for which no other one is set. Its port is taken while beans are built, so that
 * the MongoDB client knows it; its folder is opened when the application starts. A client that asks in between waits.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedConfiguration.NoOtherStore.class)
class EmbeddedConfiguration {

    static final String URI = "spring.mongodb.uri";

    private static final String DATABASE = "careline";

    /** Made at each start and written nowhere. */
    private final String password = StoreAccess.random();

    @Bean
    StoreServer storeServer() {
        return StoreServer.listening(0, StoreAccess.by(password));
    }

    @Bean
    MongoConnectionDetails embeddedStoreConnection(StoreServer server) {
        ConnectionString address =
                new ConnectionString(EmbeddedStore.connectionString(server, password) + "/" + DATABASE);
        return () -> address;
    }

    @Bean
    StoreStart storeStart(StoreServer server, DataFolder folder, Clock clock, ApplicationEventPublisher events) {
        return new StoreStart(server, folder, clock, events);
    }

    @Bean
    HealthIndicator embeddedStoreHealthIndicator(StoreStart store) {
        return () -> (store.isServing() ? Health.up() : Health.down()).build();
    }

    /** No {@code spring.mongodb.uri}, or an empty one. */
    static final class NoOtherStore implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty(URI));
        }
    }
}
