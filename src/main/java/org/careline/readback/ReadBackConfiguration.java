package org.careline.readback;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.careline.carrier.Carrier;
import org.careline.carrier.TwilioSettings;
import org.careline.inbox.CallFacts;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryInbox;
import org.careline.recording.FinishedRecordings;
import org.careline.recording.SoundSource;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Alarms;
import org.careline.waiting.LineRules;
import org.careline.waiting.WaitingLine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What asks the carrier, beside what the carrier asks. */
@Configuration(proxyBeanMethods = false)
class ReadBackConfiguration {

    @Bean
    Reconciler reconciler(
            Carrier carrier,
            CallFacts known,
            InquiryInbox inbox,
            FinishedRecordings recordings,
            WaitingLine line,
            ClinicNumbers numbers,
            LineRules rules,
            Clock clock,
            MeterRegistry meters) {
        Duration longestCall = Inquiry.LONGEST_CALL.plus(rules.longestTalk());
        return new Reconciler(carrier, known, inbox, recordings, line, numbers, longestCall, clock, meters);
    }

    @Bean
    SoundSource soundSource(Carrier carrier) {
        return new CarrierSounds(carrier);
    }

    @Bean
    DriftGuard driftGuard(
            Carrier carrier,
            TwilioSettings settings,
            ReadBackSettings readBack,
            ClinicNumbers numbers,
            Alarms alarms,
            MeterRegistry meters) {
        return new CarrierDriftGuard(carrier, ExpectedSetup.of(settings, readBack, numbers), alarms, meters);
    }

    @Bean
    LookBackClockwork lookBackClockwork(
            Reconciler reconciler, DriftGuard drift, ReadBackSettings settings, Alarms alarms, MeterRegistry meters) {
        return new LookBackClockwork(reconciler, drift, settings.readBackInterval(), alarms, meters);
    }
}
