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
 * Twilio's {@code X-Twilio-Signature}: the Base64 of HMAC-SHA1 over the address and the body's parameters, each name
 * followed by its value, without any delimiter (Twilio, "Security: Validating requests"). Ours, because the SDK's
 * validator takes a map of single texts and so cannot express a repeated parameter. Of a repeated one every distinct value
 * counts once, in order, as Twilio's Node and PHP SDKs do it.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA1";

    private Signature() {}

    /** What Twilio would send for this request. */
    static String of(String token, String url, Parameters body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] sum = mac.doFinal(text(url, body).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, everyJavaHasIt);
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
