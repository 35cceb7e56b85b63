package org.careline.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of everything strangers may have.
 *
 * @param front what is shared by all who come in
 * @param twilio the calls' own
 * @param publicBaseUrl how we are reached from outside; empty if that is not set
 */
@ConfigurationProperties("careline")
record FrontSettings(
        @DefaultValue Front front,
        @DefaultValue Calls twilio,
        @DefaultValue("") String publicBaseUrl) {

    /**
     * @param atWork how many requests that are no calls may be worked at
     * @param connectionsPerAddress how many connections one address may have; 0 for any number
     */
    record Front(
            @DefaultValue("300") int atWork,
            @DefaultValue("0") int connectionsPerAddress) {}

    /** @param port the calls' own port; 0 if they share the other one */
    record Calls(@DefaultValue("0") int port) {}

    /** Whether browsers reach us by https. */
    boolean encrypted() {
        return publicBaseUrl.startsWith("https:");
    }
}
