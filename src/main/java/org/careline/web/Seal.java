package org.careline.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Seals a text, so that we know it for our own when a stranger brings it back: HMAC-SHA-256, cut to 128 bits, in URL-safe
 * base 64. A seal made for one purpose is none for another.
 */
public final class Seal {

    private static final int BYTES = 16;

    private final String purpose;
    private final Supplier<byte[]> key;

    /**
     * @param purpose what is sealed, a word of ours
     * @param key the signing key, asked for at each use because it may not exist before the start
     */
    public Seal(String purpose, Supplier<byte[]> key) {
        this.purpose = purpose;
        this.key = key;
    }

    /** The seal of a text, 22 characters. */
    public String of(String text) {
        byte[] all = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key.get()).hmac(purpose + "\n" + text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, BYTES));
    }

    /** Whether this is the text's seal, in a time that tells nothing of the right one. */
    public boolean fits(String text, String seal) {
        return MessageDigest.isEqual(of(text).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Seal[" + purpose + "]";
    }
}
