package org.careline.readback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Twilio is read back and compared.
 *
 * @param fallbackUrl the document on another host that answers when we cannot; empty if there is none
 * @param readBackInterval the pause between two looks at the lists of calls and recordings; at least 100 ms
 */
@ConfigurationProperties("careline.twilio")
record ReadBackSettings(
        @DefaultValue("") String fallbackUrl,
        @DefaultValue("1m") Duration readBackInterval) {

    private static final Duration LEAST = Duration.ofMillis(100);

    ReadBackSettings {
        fallbackUrl = fallbackUrl.strip();
        if (readBackInterval.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("careline.twilio.read-back-interval is at least 100ms");
        }
    }
}
