package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.Objects;
import org.careline.node.Installation;
import org.careline.node.Secrets;
import org.careline.speech.SoundsBase;
import org.careline.web.Door;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the door in its place. */
@Configuration(proxyBeanMethods = false)
class TelephonyConfiguration {

    @Bean
    SoundsBase soundsBase(Installation installation) {
        return new SoundsBase(installation.base());
    }

    /** The secrets are asked for with each request, because a first run makes them only when it starts. */
    @Bean
    SigningKeys signingKeys(Secrets secrets) {
        return new SigningKeys(secrets::twilioAuthTokens, secrets::twilioWebhookKeys);
    }

    @Bean
    FilterRegistrationBean<TwilioDoor> twilioDoor(
            TwilioRoutes routes, SignatureCheck signatures, LastResort lastResort, MeterRegistry meters) {
        FilterRegistrationBean<TwilioDoor> registration =
                new FilterRegistrationBean<>(new TwilioDoor(routes, signatures, lastResort, meters));
        registration.addUrlPatterns("/twilio/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    @Order(0)
    Door webhookDoor(FilterRegistrationBean<TwilioDoor> twilioDoor) {
        return Objects.requireNonNull(twilioDoor.getFilter());
    }
}
