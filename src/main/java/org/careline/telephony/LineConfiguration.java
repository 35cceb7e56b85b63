package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.careline.carrier.Carrier;
import org.careline.carrier.TwilioSettings;
import org.careline.inbox.InquiryInbox;
import org.careline.routing.CallPlan;
import org.careline.routing.Dialling;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.CallScripts;
import org.careline.speech.LineScript;
import org.careline.staff.Alarms.Kind;
import org.careline.staff.CoordinatorId;
import org.careline.waiting.LegDesk;
import org.careline.waiting.LineCandidates;
import org.careline.waiting.LineDecisions;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineDispatcher;
import org.careline.waiting.LineExits;
import org.careline.waiting.LineHealth;
import org.careline.waiting.LineRules;
import org.careline.waiting.LineTalks;
import org.careline.waiting.WaitingLine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The waiting line and what rings phones for it. */
@Configuration(proxyBeanMethods = false)
class LineConfiguration {

    /** What the network takes until a leg's status is told. */
    private static final Duration NETWORK = Duration.ofSeconds(15);

    /** Between two documents of a caller who waits, and one that is late. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration LONGEST_BRIDGE = Duration.ofSeconds(15);
    private static final Duration HANG_UP_WITHIN = Duration.ofSeconds(45);

    @Bean
    LineRules lineRules(CallPlan rules, ClinicNumbers numbers) {
        Duration ring = Duration.ofSeconds(rules.ringSeconds())
                .plus(CallPlan.TWILIO_ADDS)
                .plus(LineScript.longestWhisper(numbers.numbers()))
                .plusSeconds(rules.keySeconds())
                .plus(NETWORK);
        return new LineRules(
                rules.longestWait(),
                LEASE,
                ring,
                LONGEST_BRIDGE,
                rules.longestTalk(),
                rules.keepPlace(),
                rules.callBackWithin(),
                HANG_UP_WITHIN,
                rules.mostCoordinators());
    }

    @Bean
    AfterTheLine afterTheLine(
            Ringing ringing,
            CallScripts scripts,
            CallBacks callBacks,
            Accepts accepts,
            RecordingConsent consent,
            InquiryInbox inbox,
            Unrecorded unrecorded,
            Clock clock) {
        return new AfterTheLine(ringing, scripts.voice, callBacks, accepts, consent, inbox, unrecorded, clock);
    }

    @Bean
    WaitingRoom waitingRoom(
            LineDesk desk,
            LineDecisions decisions,
            LineCandidates candidates,
            LineTalks talks,
            LineHealth health,
            LineExits exits,
            CallScripts scripts,
            AfterTheLine after,
            CrisisExit crisis,
            LineRules rules,
            LineDispatcher dispatcher,
            Clock clock) {
        return new WaitingRoom(
                desk,
                decisions,
                candidates,
                talks,
                health,
                exits,
                scripts.line,
                after,
                crisis,
                rules.longestWait(),
                dispatcher::nudge,
                clock);
    }

    @Bean
    OutOfTheLine outOfTheLine(LineDesk desk, LineExits exits, AfterTheLine after, CrisisExit crisis, Clock clock) {
        return new OutOfTheLine(desk, exits, after, crisis, clock);
    }

    @Bean
    LineLegs lineLegs(
            LegDesk desk,
            LineCandidates candidates,
            RingPlanner planner,
            CallScripts scripts,
            AfterTheLine after,
            Dialling dialling,
            PendingAlarms alarms) {
        return new LineLegs(desk, candidates, planner, scripts.line, after, dialling, unreachable(alarms));
    }

    @Bean
    LegWorkers legWorkers() {
        return new LegWorkers.Threads();
    }

    @Bean
    CarrierOutbox carrierOutbox(
            Carrier carrier,
            LegDesk desk,
            RingPlanner planner,
            CallPlan rules,
            TwilioSettings settings,
            Environment environment,
            LineHealth health,
            PendingAlarms alarms,
            LegWorkers workers) {
        return new CarrierOutbox(
                carrier,
                desk,
                planner,
                () -> base(settings, environment),
                Duration.ofSeconds(rules.ringSeconds()),
                health,
                unreachable(alarms),
                workers);
    }

    @Bean
    LineDispatcher lineDispatcher(
            WaitingLine line,
            LegDesk desk,
            LineDecisions decisions,
            LineCandidates candidates,
            LineTalks talks,
            LineHealth health,
            CarrierOutbox outbox,
            AfterTheLine after,
            CallPlan rules,
            Clock clock) {
        return new LineDispatcher(
                line, desk, decisions, candidates, talks, health, outbox, after.story()::tidied, rules.wrapUp(), clock);
    }

    static Consumer<CoordinatorId> unreachable(PendingAlarms alarms) {
        return coordinator -> alarms.add(Kind.PHONE_UNREACHABLE, coordinator.value());
    }

    /** The port is known when the server runs. */
    static Optional<String> base(TwilioSettings settings, Environment environment) {
        int port = environment.getProperty("local.server.port", Integer.class, 0);
        return settings.publicBaseUrl() == null && port == 0
                ? Optional.empty()
                : Optional.of(settings.address(port).spellings().get(0));
    }
}
