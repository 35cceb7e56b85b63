package org.careline.telephony;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.careline.telephony.Signature.Algorithm;

/**
 * Under which secret a webhook must be signed: the account's auth token, unless the request names one of our webhook keys
 * (Twilio's Webhooks configuration: {@code X-Twilio-Webhooks-Signature-Settings: key=…,algorithm=HMAC_SHA256}). A request that
 * names one is never judged by the token instead: whoever could choose would choose the weaker.
 */
final class SigningKeys {

    static final String HEADER = "X-Twilio-Webhooks-Signature-Settings";

    private static final String KEY = "key";
    private static final String ALGORITHM = "algorithm";
    private static final String SHA256 = "HMAC_SHA256";

    private final Supplier<List<String>> tokens;
    private final Supplier<Map<String, String>> named;

    /**
     * All that are good.
     *
     * @param tokens the account's token and, during a rotation, the next one; asked for each request
     * @param named webhook keys by their names, of which case does not count; two while they are exchanged
     */
    SigningKeys(Supplier<List<String>> tokens, Supplier<Map<String, String>> named) {
        this.tokens = tokens;
        this.named = named;
    }

    /**
     * How a request must be signed.
     *
     * @param secrets one of which must fit
     */
    record Signing(Algorithm algorithm, List<String> secrets) {

        @Override
        public String toString() {
            return "Signing[" + algorithm + ", ***]";
        }
    }

    Signing byToken() {
        return new Signing(Algorithm.SHA1, tokens.get());
    }

    /**
     * What these headers ask for; the token if there is none.
     *
     * @return empty if they name no key of ours, another algorithm, or cannot be read
     */
    Optional<Signing> of(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.of(byToken());
        }
        Map<String, String> settings = headers.size() == 1 ? read(headers.get(0)) : Map.of();
        if (!SHA256.equals(settings.get(ALGORITHM))) {
            return Optional.empty();
        }
        return secret(settings.getOrDefault(KEY, "")).map(secret -> new Signing(Algorithm.SHA256, List.of(secret)));
    }

    private Optional<String> secret(String name) {
        return named.get().entrySet().stream()
                .filter(key -> key.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(secret -> !secret.isBlank())
                .findFirst();
    }

    /** Nothing if a name stands there twice. */
    private static Map<String, String> read(String header) {
        Map<String, String> settings = new HashMap<>();
        for (String part : header.split(",", -1)) {
            int equal = part.indexOf('=');
            String name = part.substring(0, Math.max(equal, 0)).strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty() || settings.put(name, part.substring(equal + 1).strip()) != null) {
                return Map.of();
            }
        }
        return settings;
    }
}
