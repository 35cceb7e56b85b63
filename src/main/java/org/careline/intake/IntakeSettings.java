package org.careline.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the flow works.
 *
 * @param pollInterval the pause before it looks for waiting inquiries again when there were none; at least 10 ms
 */
@ConfigurationProperties("careline.intake")
record IntakeSettings(@DefaultValue("200ms") Duration pollInterval) {

    private static final Duration LEAST = Duration.ofMillis(10);

    IntakeSettings {
        if (pollInterval.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("careline.intake.poll-interval is at least 10ms");
        }
    }
}
