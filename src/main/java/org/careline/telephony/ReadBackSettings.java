package org.careline.telephony;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Twilio is read back and compared.
 *
 * @param fallbackUrl the document on another host that answers when we cannot; empty if there is none
 * @param readBackInterval the pause between two looks at the lists of calls and recordings
 */
@ConfigurationProperties("careline.twilio")
record ReadBackSettings(
        @DefaultValue("") String fallbackUrl,
        @DefaultValue("1m") Duration readBackInterval) {

    ReadBackSettings {
        fallbackUrl = fallbackUrl.strip();
    }
}
