package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.careline.intake.InquiryInbox;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the door in its place. */
@Configuration(proxyBeanMethods = false)
class TelephonyConfiguration {

    @Bean
    VoiceScript voiceScript(List<ClinicLine> lines, CrisisWords crisis) {
        return new VoiceScript(lines, crisis);
    }

    @Bean
    FilterRegistrationBean<TwilioDoor> twilioDoor(
            InquiryInbox inbox,
            VoiceScript script,
            TwilioSettings settings,
            Supplier<List<String>> tokens,
            Clock clock,
            MeterRegistry meters) {
        LastResort lastResort = new LastResort(script, meters);
        TwilioRoutes routes = new TwilioRoutes(new VoiceWebhooks(inbox, script, clock, meters), lastResort);
        TwilioDoor door = new TwilioDoor(routes, new SignatureCheck(settings, tokens), lastResort, meters);
        FilterRegistrationBean<TwilioDoor> registration = new FilterRegistrationBean<>(door);
        registration.addUrlPatterns("/twilio/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
