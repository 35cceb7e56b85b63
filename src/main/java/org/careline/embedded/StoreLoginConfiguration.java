package org.careline.embedded;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * How a node signs in to a store of which the address names no user: as {@code careline} with {@code
 * careline.store.password}. So the password stands neither in an address nor in a list of processes.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(StoreLoginConfiguration.PasswordBesideTheAddress.class)
class StoreLoginConfiguration {

    /** Where MongoDB keeps users that are made on its first start. */
    private static final String SOURCE = "admin";

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer storeLogin(Environment environment) {
        String password = environment.getRequiredProperty(StoreProcess.PASSWORD).strip();
        return settings ->
                settings.credential(MongoCredential.createCredential(StoreAccess.USER, SOURCE, password.toCharArray()));
    }

    /** An address without user and a password of its own. */
    static final class PasswordBesideTheAddress implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String address = context.getEnvironment().getProperty(EmbeddedConfiguration.URI);
            return StringUtils.hasText(address)
                    && StringUtils.hasText(context.getEnvironment().getProperty(StoreProcess.PASSWORD))
                    && new ConnectionString(address).getCredential() == null;
        }
    }
}
