package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.careline.intake.InquiryInbox;
import org.careline.node.Secrets;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.CrisisLines;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the door in its place. A store process has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "careline.role", havingValue = "application", matchIfMissing = true)
class TelephonyConfiguration {

    @Bean
    VoiceScript voiceScript(ClinicNumbers numbers, CrisisLines crisis) {
        return new VoiceScript(numbers, crisis);
    }

    @Bean
    LastResort lastResort(VoiceScript script, MeterRegistry meters) {
        return new LastResort(script, meters);
    }

    @Bean
    VoiceWebhooks voiceWebhooks(InquiryInbox inbox, VoiceScript script, Clock clock, MeterRegistry meters) {
        return new VoiceWebhooks(inbox, script, clock, meters);
    }

    /** The tokens are asked for with each request, because a first run makes them only when it starts. */
    @Bean
    FilterRegistrationBean<TwilioDoor> twilioDoor(
            VoiceWebhooks voice,
            LastResort lastResort,
            TwilioSettings settings,
            Secrets secrets,
            MeterRegistry meters) {
        TwilioDoor door = new TwilioDoor(
                new TwilioRoutes(voice, lastResort),
                new SignatureCheck(settings, secrets::twilioAuthTokens),
                lastResort,
                meters);
        FilterRegistrationBean<TwilioDoor> registration = new FilterRegistrationBean<>(door);
        registration.addUrlPatterns("/twilio/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
