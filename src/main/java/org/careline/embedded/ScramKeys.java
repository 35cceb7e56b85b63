package org.careline.embedded;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What a server keeps instead of a password for SCRAM-SHA-256 (RFC 5802 §3, RFC 7677). Whoever has it can check a
 * password, and cannot sign in with it.
 */
final class ScramKeys {

    private static final int KEY_BITS = 256;

    private final byte[] salt;
    private final int iterations;
    private final byte[] storedKey;
    private final byte[] serverKey;

    private ScramKeys(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
        this.salt = salt;
        this.iterations = iterations;
        this.storedKey = storedKey;
        this.serverKey = serverKey;
    }

    /**
     * The keys of a password.
     *
     * @param password printable ASCII, which SASLprep leaves as it is
     */
    static ScramKeys of(String password, byte[] salt, int iterations) {
        byte[] salted = stretched(password, salt, iterations);
        return new ScramKeys(
                salt, iterations, DigestUtils.sha256(hmac(salted, "Client Key")), hmac(salted, "Server Key"));
    }

    /** What somebody is shown who does not exist: it cannot be told from the keys of somebody who does, and fits no password. */
    static ScramKeys ofNobody(byte[] salt, int iterations, byte[] random) {
        return new ScramKeys(salt, iterations, hmac(random, "stored"), hmac(random, "server"));
    }

    /** The salt and the count, as the server's first message has them. */
    String told() {
        return "s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + iterations;
    }

    /** Whether this proof of the password belongs to this conversation; takes as long for a wrong one. */
    boolean proves(byte[] proof, String conversation) {
        byte[] clientKey = hmac(storedKey, conversation);
        for (int at = 0; at < clientKey.length; at++) {
            clientKey[at] ^= proof.length == clientKey.length ? proof[at] : 0;
        }
        return MessageDigest.isEqual(DigestUtils.sha256(clientKey), storedKey);
    }

    /** The proof that the server knows the keys. */
    String signature(String conversation) {
        return Base64.getEncoder().encodeToString(hmac(serverKey, conversation));
    }

    static byte[] hmac(byte[] key, String text) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(text);
    }

    private static byte[] stretched(String password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has PBKDF2WithHmacSHA256", missing);
        }
    }
}
