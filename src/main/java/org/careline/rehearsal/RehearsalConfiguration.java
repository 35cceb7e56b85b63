package org.careline.rehearsal;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.careline.node.Secrets;
import org.careline.web.Door;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The network of an application without an account. */
@Configuration(proxyBeanMethods = false)
@Conditional(RehearsalConfiguration.WithoutAccount.class)
class RehearsalConfiguration {

    /** Whether no Twilio account is set. */
    static final class WithoutAccount implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("careline.twilio.account-sid", "")
                    .isBlank();
        }
    }

    @Bean(destroyMethod = "close")
    RehearsedNetwork phoneNetwork(Environment environment, Secrets secrets, Clock clock) {
        Supplier<URI> server = () -> here(environment);
        Supplier<URI> base = () -> {
            String set = environment.getProperty("careline.public-base-url", "").strip();
            return set.isEmpty() ? server.get() : URI.create(set.replaceFirst("/$", ""));
        };
        Supplier<String> token = () -> secrets.twilioAuthTokens().get(0);
        return new RehearsedNetwork(new NetworkTime(clock), new Clinic(base, server, token));
    }

    @Bean
    FilterRegistrationBean<RestDoor> rehearsedRest(RehearsedNetwork network, Secrets secrets) {
        RestDoor door = new RestDoor(
                new RestApi(network), () -> secrets.twilioAuthTokens().get(0));
        FilterRegistrationBean<RestDoor> registration = new FilterRegistrationBean<>(door);
        registration.addUrlPatterns("/2010-04-01/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    @Order(1)
    Door restDoor(FilterRegistrationBean<RestDoor> rehearsedRest) {
        return Objects.requireNonNull(rehearsedRest.getFilter());
    }

    /** Where calls come in; the port is known once the server runs. */
    private static URI here(Environment environment) {
        int own = environment.getProperty("careline.twilio.port", Integer.class, 0);
        return URI.create(
                "http://localhost:" + (own == 0 ? environment.getRequiredProperty("local.server.port") : own));
    }
}
