package org.careline.telephony;

import java.time.Duration;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.QueueScript;
import org.careline.waiting.LineRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long things may last in the waiting line, by the rules of calls and by what callers and coordinators hear. */
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
                rules.wrapUp(),
                rules.mostCoordinators());
    }
}
