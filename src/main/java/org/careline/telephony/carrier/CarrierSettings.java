package org.careline.telephony.carrier;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account as its REST API is asked.
 *
 * @param accountSid empty in a rehearsal
 * @param apiBaseUrl where the API is instead of at Twilio; empty for Twilio's own
 * @param callsPerSecond how many calls the account may place in a second
 */
@ConfigurationProperties("careline.twilio")
record CarrierSettings(
        @DefaultValue("") String accountSid,
        @DefaultValue("") String apiBaseUrl,
        @DefaultValue("1") int callsPerSecond) {

    /** The account of a rehearsal; a stub takes any. */
    private static final String NOBODYS = "AC00000000000000000000000000000000";

    /** Whether there is anybody to ask. */
    boolean silent() {
        return accountSid.isBlank() && apiBaseUrl.isBlank();
    }

    /** The same, with an API that is somewhere else. */
    CarrierSettings at(String otherUrl) {
        return new CarrierSettings(accountSid, otherUrl, callsPerSecond);
    }

    String account() {
        return accountSid.isBlank() ? NOBODYS : accountSid.strip();
    }

    /** Scheme, host and port that stand in for Twilio's. */
    URI standIn() {
        return URI.create(apiBaseUrl.strip());
    }
}
