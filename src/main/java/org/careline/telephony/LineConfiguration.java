package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.QueueScript;
import org.careline.waiting.LegDesk;
import org.careline.waiting.LineCandidates;
import org.careline.waiting.LineDecisions;
import org.careline.waiting.LineDispatcher;
import org.careline.waiting.LineHealth;
import org.careline.waiting.LineRules;
import org.careline.waiting.LineTalks;
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
                .plus(QueueScript.longestWhisper(numbers.numbers()))
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
    LineDispatcher lineDispatcher(
            WaitingLine line,
            LegDesk desk,
            LineDecisions decisions,
            LineCandidates candidates,
            LineTalks talks,
            LineHealth health,
            LegPlacer outbox,
            LineFacts facts,
            CallPlan rules,
            Clock clock) {
        return new LineDispatcher(
                line, desk, decisions, candidates, talks, health, outbox, facts::tidied, rules.wrapUp(), clock);
    }
}
