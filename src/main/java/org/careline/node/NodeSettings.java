package org.careline.node;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this node keeps its things, and the secrets that are given instead of made. An empty value counts as none.
 *
 * @param dataDir the data folder
 * @param publicBaseUrl how it is reached from outside
 * @param api the lead API's token
 * @param console the console's login
 * @param twilio the Twilio account's secrets
 * @param signingKey signs receipts, form tokens and cursors
 * @param encryptionKey encrypts recordings and answers
 */
@ConfigurationProperties("careline")
record NodeSettings(
        @DefaultValue("data") String dataDir,
        @Nullable PublicAddress publicBaseUrl,
        @DefaultValue Api api,
        @DefaultValue Console console,
        @DefaultValue Twilio twilio,
        @Nullable String signingKey,
        @Nullable String encryptionKey) {

    /**
     * The lead API.
     *
     * @param token what a caller must show
     */
    record Api(@Nullable String token) {

        @Override
        public String toString() {
            return "Api[***]";
        }
    }

    /**
     * The console's login.
     *
     * @param password what coordinators sign in with beside their id
     */
    record Console(@Nullable String password) {

        @Override
        public String toString() {
            return "Console[***]";
        }
    }

    /**
     * The Twilio account.
     *
     * @param accountSid the account; none means rehearsal
     * @param authToken its token
     * @param nextAuthToken a second token that is accepted too while tokens are exchanged
     * @param webhookKeys the keys that webhooks may name, by their names
     */
    record Twilio(
            @Nullable String accountSid,
            @Nullable String authToken,
            @Nullable String nextAuthToken,
            @DefaultValue Map<String, String> webhookKeys) {

        @Override
        public String toString() {
            return "Twilio[***]";
        }
    }

    Path dataFolder() {
        return Path.of(dataDir);
    }

    Optional<String> twilioAccount() {
        return given(twilio.accountSid);
    }

    Optional<String> nextTwilioToken() {
        return given(twilio.nextAuthToken);
    }

    /** What overrides this secret, if anything does. */
    Optional<String> given(Secret secret) {
        return switch (secret) {
            case API_TOKEN -> given(api.token);
            case TWILIO_AUTH_TOKEN -> given(twilio.authToken);
            case SIGNING_KEY -> given(signingKey);
            case ENCRYPTION_KEY -> given(encryptionKey);
            case CONSOLE_PASSWORD -> given(console.password);
        };
    }

    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "NodeSettings[dataDir=" + dataDir + ", ***]";
    }
}
