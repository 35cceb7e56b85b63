package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Objects;
import org.careline.carrier.TwilioSettings;
import org.careline.inbox.InquiryInbox;
import org.careline.node.Secrets;
import org.careline.recording.FinishedRecordings;
import org.careline.speech.CallScripts;
import org.careline.speech.SoundsBase;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineEnds;
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
    SoundsBase soundsBase(TwilioSettings settings) {
        return new SoundsBase(settings.base());
    }

    @Bean
    LastResort lastResort(CallScripts scripts, MeterRegistry meters) {
        return new LastResort(scripts.voice, meters);
    }

    @Bean
    VoiceWebhooks voiceWebhooks(
            InquiryInbox inbox,
            CallScripts scripts,
            Ringing ringing,
            RoutingFacts facts,
            CrisisExit crisis,
            FinishedRecordings recordings,
            Unrecorded unrecorded,
            LineDesk line,
            Clock clock) {
        return new VoiceWebhooks(
                inbox,
                scripts.voice,
                ringing,
                facts::of,
                crisis,
                recordings,
                unrecorded,
                new LineEnds(line)::callIsOver,
                clock);
    }

    @Bean
    TwilioRoutes twilioRoutes(
            VoiceWebhooks voice,
            Menus menus,
            Ringing ringing,
            CallBacks callBacks,
            CrisisExit crisis,
            Legs legs,
            WaitingRoom room,
            OutOfTheLine out,
            LineLegs line,
            AlarmCalls alarm,
            LastResort lastResort) {
        return new TwilioRoutes(voice, menus, ringing, callBacks, crisis, legs, room, out, line, alarm, lastResort);
    }

    /** The tokens are asked for with each request, because a first run makes them only when it starts. */
    @Bean
    FilterRegistrationBean<TwilioDoor> twilioDoor(
            TwilioRoutes routes,
            LastResort lastResort,
            TwilioSettings settings,
            Secrets secrets,
            MeterRegistry meters) {
        TwilioDoor door = new TwilioDoor(
                routes,
                new SignatureCheck(settings, new SigningKeys(secrets::twilioAuthTokens, secrets::twilioWebhookKeys)),
                lastResort,
                meters);
        FilterRegistrationBean<TwilioDoor> registration = new FilterRegistrationBean<>(door);
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
