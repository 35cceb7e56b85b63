package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.careline.intake.CallFacts;
import org.careline.intake.Inquiry;
import org.careline.intake.InquiryInbox;
import org.careline.node.Secrets;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.routing.SpokenTimes;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.CrisisLines;
import org.careline.snapshot.RingPlans;
import org.careline.staff.Alarms;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
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
    VoiceScript voiceScript(ClinicNumbers numbers, CrisisLines crisis, CallPlan rules, ClinicHours hours) {
        List<String> holidays = hours.holidays().stream().map(Holiday::name).toList();
        return new VoiceScript(numbers, crisis, rules, holidays);
    }

    @Bean
    RingScript ringScript(ClinicNumbers numbers, CrisisLines crisis, CallPlan rules) {
        return new RingScript(numbers, crisis, rules);
    }

    @Bean
    RingPlanner ringPlanner(
            CallPlan rules,
            Roster roster,
            ClinicHours files,
            OpeningHours hours,
            VoiceScript script,
            RingScript rings) {
        SpokenTimes spoken =
                new SpokenTimes(rings.longestGreeting(), rings.longestWhisper(), script.longestVoicemail());
        return bounded(new RingPlanner(rules, roster, files, hours, spoken));
    }

    /** A caller is taken to be on the line as long as the longest plan, no longer. */
    static RingPlanner bounded(RingPlanner planner) {
        if (planner.longest().compareTo(Inquiry.LONGEST_CALL) > 0) {
            throw new ClinicFileFaulty(List.of(new Fault(
                    "call-plan.yaml",
                    0,
                    "ring-seconds, most-coordinators",
                    "a call that nobody takes lasts up to " + planner.longest().toSeconds() + " seconds",
                    "at most " + Inquiry.LONGEST_CALL.toSeconds() + ": fewer coordinators or shorter rings")));
        }
        return planner;
    }

    @Bean
    Unrecorded unrecorded(MeterRegistry meters) {
        return new Unrecorded(meters);
    }

    @Bean
    Accepts accepts(InquiryInbox inbox, CallFacts facts, CallPlan rules, Clock clock) {
        return new Accepts(inbox, facts, rules.longestTalk(), clock);
    }

    @Bean
    UnreachablePhones unreachablePhones(Alarms alarms) {
        return new UnreachablePhones(alarms);
    }

    @Bean
    Ringing ringing(
            RingPlans plans,
            RingPlanner planner,
            VoiceScript script,
            RingScript rings,
            Accepts accepts,
            UnreachablePhones unreachable,
            MeterRegistry meters) {
        return new Ringing(plans, planner, script, rings, accepts, unreachable::add, meters);
    }

    @Bean
    Legs legs(RingPlanner planner, RingScript script, Accepts accepts, Unrecorded unrecorded) {
        return new Legs(planner, script, accepts, unrecorded);
    }

    @Bean
    LastResort lastResort(VoiceScript script, MeterRegistry meters) {
        return new LastResort(script, meters);
    }

    @Bean
    VoiceWebhooks voiceWebhooks(
            InquiryInbox inbox, VoiceScript script, Ringing ringing, Unrecorded unrecorded, Clock clock) {
        return new VoiceWebhooks(inbox, script, ringing, unrecorded, clock);
    }

    @Bean
    TwilioRoutes twilioRoutes(VoiceWebhooks voice, Ringing ringing, Legs legs, LastResort lastResort) {
        return new TwilioRoutes(voice, ringing, legs, lastResort);
    }

    /** The tokens are asked for with each request, because a first run makes them only when it starts. */
    @Bean
    FilterRegistrationBean<TwilioDoor> twilioDoor(
            TwilioRoutes routes,
            LastResort lastResort,
            TwilioSettings settings,
            Secrets secrets,
            MeterRegistry meters) {
        TwilioDoor door =
                new TwilioDoor(routes, new SignatureCheck(settings, secrets::twilioAuthTokens), lastResort, meters);
        FilterRegistrationBean<TwilioDoor> registration = new FilterRegistrationBean<>(door);
        registration.addUrlPatterns("/twilio/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
