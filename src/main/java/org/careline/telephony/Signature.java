package org.careline.telephony;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Twilio's {@code X-Twilio-Signature}: the Base64 of an HMAC (SHA-1 under an auth token, SHA-256 under a webhook key) over the address and the body's parameters, each name
 * followed by its value, without any delimiter (Twilio, "Security: Validating requests"). Ours, because the SDK's
 * validator takes a map of single texts and so cannot express a repeated parameter. Of a repeated one every distinct value
 * counts once, in order, as Twilio's Node and PHP SDKs do it.
 */
final class Signature {

    /** By which sum a request is signed. */
    enum Algorithm {
        /** Under the account's auth token. */
        SHA1(HmacAlgorithms.HMAC_SHA_1),
        /** Under a key that the request names. */
        SHA256(HmacAlgorithms.HMAC_SHA_256);

        private final HmacAlgorithms sum;

        Algorithm(HmacAlgorithms sum) {
            this.sum = sum;
        }
    }

    private Signature() {}

    /** What Twilio would send for this request. */
    static String of(Algorithm algorithm, String secret, String url, WebhookForm body) {
        byte[] sum = new HmacUtils(algorithm.sum, secret).hmac(text(url, body));
        return Base64.getEncoder().encodeToString(sum);
    }

    /** Compares in a time that tells nothing about where two texts differ. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String url, WebhookForm body) {
        StringBuilder text = new StringBuilder(1024).append(url);
        for (Map.Entry<String, List<String>> parameter : body.values().entrySet()) {
            List<String> all = parameter.getValue();
            for (String value : all.size() == 1 ? all : new TreeSet<>(all)) {
                text.append(parameter.getKey()).append(value);
            }
        }
        return text.toString();
    }
}
