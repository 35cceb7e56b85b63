package org.careline.carrier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which address and account Twilio reaches us. The token is a secret and stands elsewhere.
 *
 * @param publicBaseUrl scheme, host and port as Twilio knows them, {@code https://phone.example.org}; null means
 *     {@code http://localhost} with the port on which a request came in
 */
@ConfigurationProperties("careline")
public record TwilioSettings(
        @Nullable PublicAddress publicBaseUrl, @DefaultValue Account twilio) {

    /**
     * @param accountSid {@code AC} and 32 hex digits; empty means rehearsal: nothing leaves this machine, and any
     *     account's name is good
     */
    public record Account(@DefaultValue("") String accountSid) {

        public Account {
            accountSid = accountSid.strip();
        }
    }

    public boolean rehearsal() {
        return twilio.accountSid().isEmpty();
    }

    /** In front of the paths that Twilio is given in full; empty while nobody but this machine asks for them. */
    public String base() {
        return publicBaseUrl == null ? "" : publicBaseUrl.spellings().get(0);
    }

    /** The address whose requests are ours. */
    public PublicAddress address(int localPort) {
        return publicBaseUrl == null ? PublicAddress.of("http://localhost:" + localPort) : publicBaseUrl;
    }
}
