package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.careline.followup.CallPromises;
import org.careline.inbox.CallFacts;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryInbox;
import org.careline.routing.CallExamples;
import org.careline.routing.CallPlan;
import org.careline.routing.Dialling;
import org.careline.routing.RingPlanner;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFileFaulty.Fault;
import org.careline.settings.ClinicNumbers;
import org.careline.snapshot.RingPlans;
import org.careline.speech.CallScripts;
import org.careline.speech.TalkRecording;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineExits;
import org.careline.waiting.LineHealth;
import org.careline.waiting.LineTalks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a call goes through, behind the door. */
@Configuration(proxyBeanMethods = false)
class CallConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CallConfiguration.class);

    @Bean
    RecordingConsent recordingConsent(TalkRecording talks, InquiryInbox inbox, Unrecorded unrecorded, Clock clock) {
        return new RecordingConsent(talks, inbox, unrecorded, clock);
    }

    @Bean
    RingPlanner ringPlanner(
            CallPlan rules,
            Roster roster,
            ClinicHours files,
            OpeningHours hours,
            CallScripts scripts,
            ClinicNumbers numbers) {
        return bounded(
                new RingPlanner(rules, roster, files, hours, scripts.longest(numbers)), scripts.longestInLine(rules));
    }

    /** The examples hold, or nothing starts; what is surely not meant is told. */
    @Bean
    RoutingReport routingReport(
            RingPlanner planner,
            CallPlan rules,
            CallScripts scripts,
            CallExamples examples,
            Roster roster,
            OpeningHours hours,
            ClinicNumbers numbers,
            Clock clock) {
        RoutingReport report = RoutingReport.of(
                        planner, rules, scripts, examples, roster, hours, numbers, clock.instant())
                .refusing();
        report.findings().forEach(finding -> LOG.warn("The rules of calls: {}", finding.sentence()));
        return report;
    }

    /**
     * A caller is taken to be on the line as long as the longest plan, no longer.
     *
     * @param inLine how long they can wait in line before it
     */
    static RingPlanner bounded(RingPlanner planner, Duration inLine) {
        Duration longest = planner.longest().plus(inLine);
        if (longest.compareTo(Inquiry.LONGEST_CALL) > 0) {
            throw new ClinicFileFaulty(List.of(new Fault(
                    "call-plan.yaml",
                    0,
                    "longest-wait, ring-seconds, most-coordinators",
                    "a call that nobody takes lasts up to " + longest.toSeconds() + " seconds",
                    "at most " + Inquiry.LONGEST_CALL.toSeconds()
                            + ": a shorter wait, fewer coordinators or shorter rings")));
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
    PendingAlarms pendingAlarms(Alarms alarms) {
        return new PendingAlarms(alarms);
    }

    @Bean
    RoutingFacts routingFacts(InquiryInbox inbox, RingPlanner planner, Unrecorded unrecorded, Clock clock) {
        return new RoutingFacts(inbox, planner.rule(), unrecorded, clock);
    }

    @Bean
    Ringing ringing(
            RingPlans plans,
            RingPlanner planner,
            CallScripts scripts,
            LineHealth health,
            CallPlan rules,
            TalkRecording talks,
            Accepts accepts,
            RoutingFacts facts,
            PendingAlarms alarms,
            MeterRegistry meters) {
        return new Ringing(
                plans,
                planner,
                scripts.voice,
                scripts.rings,
                new LineEntrance(scripts.line, health, !rules.longestWait().isZero(), talks.on()),
                accepts,
                facts,
                coordinator -> alarms.add(Kind.PHONE_UNREACHABLE, coordinator.value()),
                meters);
    }

    @Bean
    Legs legs(
            RingPlanner planner,
            CallScripts scripts,
            Accepts accepts,
            RecordingConsent consent,
            Unrecorded unrecorded) {
        return new Legs(planner, scripts.rings, accepts, consent, unrecorded);
    }

    @Bean
    CrisisExit crisisExit(
            PhraseScan phrases,
            CallScripts scripts,
            InquiryInbox inbox,
            PendingAlarms alarms,
            Unrecorded unrecorded,
            Clock clock) {
        return new CrisisExit(
                phrases,
                scripts.crisis,
                inbox,
                call -> alarms.add(Kind.SAFETY_CONCERN, call.value()),
                unrecorded,
                clock);
    }

    @Bean
    CallBacks callBacks(
            InquiryInbox inbox,
            CallScripts scripts,
            CrisisExit crisis,
            LineDesk line,
            LineExits exits,
            LineHealth health,
            LineTalks talks,
            CallPromises promises,
            Dialling dialling,
            @Value("${careline.region:US}") String region,
            Unrecorded unrecorded,
            Clock clock) {
        LineCallBacks inLine = new LineCallBacks(line, exits, health, talks);
        return new CallBacks(inbox, scripts.callBacks, crisis, inLine, promises, dialling, region, unrecorded, clock);
    }

    @Bean
    Menus menus(
            Ringing ringing,
            CallScripts scripts,
            CrisisExit crisis,
            CallBacks callBacks,
            RecordingConsent consent,
            InquiryInbox inbox,
            Unrecorded unrecorded,
            Clock clock) {
        return new Menus(ringing, scripts.voice, crisis, callBacks, consent, inbox, unrecorded, clock);
    }
}
