package org.careline.telephony;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
        SHA1("HmacSHA1"),
        /** Under a key that the request names. */
        SHA256("HmacSHA256");

        private final String java;

        Algorithm(String java) {
            this.java = java;
        }
    }

    private Signature() {}

    /** What Twilio would send for this request. */
    static String of(Algorithm algorithm, String secret, String url, Parameters body) {
        try {
            Mac mac = Mac.getInstance(algorithm.java);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm.java));
            byte[] sum = mac.doFinal(text(url, body).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("This Java has no " + algorithm.java, everyJavaHasIt);
        }
    }

    /** Compares in a time that tells nothing about where two texts differ. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String url, Parameters body) {
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
