package org.careline.node;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secrets of this installation. Each is taken from its setting or from its file below the data folder, which is
 * made on first use. Several nodes share them by settings. Nothing here prints a secret.
 */
public final class Secrets {

    private final Function<Secret, String> values;
    private final Supplier<List<String>> nextTwilioTokens;
    private final Supplier<Map<String, String>> webhookKeys;

    private Secrets(
            Function<Secret, String> values,
            Supplier<List<String>> nextTwilioTokens,
            Supplier<Map<String, String>> webhookKeys) {
        this.values = values;
        this.nextTwilioTokens = nextTwilioTokens;
        this.webhookKeys = webhookKeys;
    }

    static Secrets of(NodeSettings settings, SecretFiles files) {
        return new Secrets(
                files::value, () -> settings.nextTwilioToken().stream().toList(), settings.twilio()::webhookKeys);
    }

    /** The bearer token of {@code /api/**} and of the metrics; not blank. */
    public String apiToken() {
        return values.apply(Secret.API_TOKEN);
    }

    /** What coordinators sign in to the console with, beside their id; one for all of them, not blank. */
    public String consolePassword() {
        return values.apply(Secret.CONSOLE_PASSWORD);
    }

    /** The tokens a webhook may be signed with: the current one, then, while tokens are exchanged, the next one. */
    public List<String> twilioAuthTokens() {
        return Stream.concat(Stream.of(values.apply(Secret.TWILIO_AUTH_TOKEN)), nextTwilioTokens.get().stream())
                .toList();
    }

    /** What a webhook may be signed with that names its key: secrets by the names of the keys; empty without such keys. */
    public Map<String, String> twilioWebhookKeys() {
        return webhookKeys.get();
    }

    /** 32 bytes to sign receipts, form tokens and cursors with. */
    public byte[] signingKey() {
        return key(Secret.SIGNING_KEY);
    }

    /** 32 bytes, an AES-256 key, to encrypt recordings and answers with. */
    public byte[] encryptionKey() {
        return key(Secret.ENCRYPTION_KEY);
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }

    /** Any text serves as a key; its purpose goes in, so that one text set twice does not make one key. */
    private byte[] key(Secret secret) {
        return DigestUtils.sha256(secret.file() + ":" + values.apply(secret));
    }
}
