package org.careline.carrier;

import java.net.URI;
import java.util.regex.Pattern;
import org.careline.node.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account as its REST API is asked.
 *
 * @param accountSid empty in a rehearsal
 * @param apiBaseUrl where the API is instead of at Twilio; empty for Twilio's own
 * @param apiKey the key that asks, {@code SK…}; empty: the account's auth token does
 * @param apiSecret the key's secret
 * @param callsPerSecond how many calls the account may place in a second
 */
@ConfigurationProperties("careline.twilio")
record CarrierSettings(
        @DefaultValue("") String accountSid,
        @DefaultValue("") String apiBaseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String apiSecret,
        @DefaultValue("1") int callsPerSecond) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.\\-\\[\\]:]+(/\\S*)?");

    /** The account of a rehearsal; a stub takes any. */
    private static final String NOBODYS = "AC00000000000000000000000000000000";

    /**
     * The same, if it can be used.
     *
     * @throws StartRefused if half an API key is set, if the API's address is none, or secrets would travel in the clear
     */
    CarrierSettings checked() {
        if (apiKey.isBlank() != apiSecret.isBlank()) {
            throw new StartRefused(
                    "careline.twilio.api-key and careline.twilio.api-secret belong together, but one of them is not set.",
                    "Set both to ask Twilio by an API key, or neither to ask by the auth token.");
        }
        if (!apiBaseUrl.isBlank() && !ADDRESS.matcher(apiBaseUrl.strip()).matches()) {
            throw new StartRefused(
                    "careline.twilio.api-base-url: found something else than an address such as https://twilio.example.",
                    "Write it with https:// in front, or leave it out for Twilio's own.");
        }
        if (!apiBaseUrl.isBlank()
                && standIn().getScheme().equals("http")
                && !isLoopback(standIn().getHost())) {
            throw new StartRefused(
                    "careline.twilio.api-base-url: found an address on plain http on another machine, expected https, or"
                            + " http on this machine.",
                    "The account's secret goes there with every request. Use https, or leave it out for Twilio's own.");
        }
        return this;
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }

    /** Whether an API key asks, so that the auth token only proves signatures. */
    boolean byKey() {
        return !apiKey.isBlank();
    }

    /** Whether there is anybody to ask. */
    boolean silent() {
        return accountSid.isBlank() && apiBaseUrl.isBlank();
    }

    /** The same, with an API that is somewhere else. */
    CarrierSettings at(String otherUrl) {
        return new CarrierSettings(accountSid, otherUrl, apiKey, apiSecret, callsPerSecond);
    }

    String account() {
        return accountSid.isBlank() ? NOBODYS : accountSid.strip();
    }

    @Override
    public String toString() {
        return "CarrierSettings[" + accountSid + ", ***]";
    }

    /** Scheme, host and port that stand in for Twilio's. */
    URI standIn() {
        return URI.create(apiBaseUrl.strip());
    }
}
