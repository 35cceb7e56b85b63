package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers;
import org.careline.snapshot.CallActivity;
import org.careline.snapshot.RingPlans;
import org.careline.speech.LineScript;
import org.careline.staff.OpeningHours;
import org.careline.waiting.LegDesk;
import org.careline.waiting.LineDecisions;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineRules;
import org.careline.waiting.WaitingLine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    LineDesk lineDesk(WaitingLine line, LineRules rules, Clock clock) {
        return new LineDesk(line, rules, clock);
    }

    @Bean
    LegDesk legDesk(WaitingLine line, Clock clock) {
        return new LegDesk(line, clock);
    }

    @Bean
    LineDecisions lineDecisions(LineRules rules) {
        return new LineDecisions(rules);
    }

    @Bean
    LineCandidates lineCandidates(RingPlans plans, ClinicNumbers numbers) {
        return new LineCandidates(plans, numbers);
    }

    @Bean
    CallActivity callActivity(WaitingLine line, OpeningHours hours, CallPlan rules, Clock clock) {
        return new LineActivity(line, hours, rules.wrapUp(), clock);
    }

    @Bean
    LineHealth lineHealth(Clock clock) {
        return new LineHealth(clock);
    }

    @Bean
    LineTalks lineTalks() {
        return new LineTalks();
    }

    @Bean
    LineExits lineExits(Clock clock) {
        return new LineExits(clock);
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
            LineFacts facts,
            CallPlan rules,
            Clock clock) {
        return new LineDispatcher(
                line, desk, decisions, candidates, talks, health, outbox, facts::tidied, rules.wrapUp(), clock);
    }
}
