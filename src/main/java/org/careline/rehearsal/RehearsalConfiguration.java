package org.careline.rehearsal;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.careline.node.Installation;
import org.careline.node.Secrets;
import org.careline.web.Door;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The network of an application without an account. */
@Configuration(proxyBeanMethods = false)
@Conditional(RehearsalConfiguration.WithoutAccount.class)
class RehearsalConfiguration {

    /** Whether no Twilio account is set. */
    static final class WithoutAccount implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Installation.rehearses(context.getEnvironment());
        }
    }

    @Bean(destroyMethod = "close")
    RehearsedNetwork phoneNetwork(
            Installation installation, @Value("${careline.twilio.port:0}") int port, Secrets secrets, Clock clock) {
        Supplier<URI> server = () -> here(installation, port);
        Supplier<URI> base = () -> installation.base().isEmpty() ? server.get() : URI.create(installation.base());
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
    private static URI here(Installation installation, int port) {
        return URI.create(port == 0 ? installation.here().orElseThrow() : "http://localhost:" + port);
    }
}
