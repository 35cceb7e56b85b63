package org.careline.embedded;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may use a store: one user with one password, whatever database the client names as the source of its user. The
 * password itself is not kept. Its keys are made beside the start, which need not wait for so many rounds; the first login
 * does.
 */
final class StoreAccess {

    /** The one user there is. */
    static final String USER = "careline";

    /** MongoDB's own count, and more than RFC 7677 asks for. */
    static final int ITERATIONS = 15_000;

    private static final Logger LOG = LoggerFactory.getLogger(StoreAccess.class);

    private static final int SECRET_BYTES = 32;

    /** MongoDB's length of a salt for this mechanism. */
    private static final int SALT_BYTES = 28;

    private final byte[] secret = new byte[SECRET_BYTES];
    private final AtomicInteger refusals = new AtomicInteger();
    private final CompletableFuture<ScramKeys> keys;

    private StoreAccess(String password) {
        new SecureRandom().nextBytes(secret);
        keys = CompletableFuture.supplyAsync(() -> ScramKeys.of(password, salt(USER), ITERATIONS));
    }

    /**
     * Access by this password.
     *
     * @param password printable ASCII, not empty
     */
    static StoreAccess by(String password) {
        if (password.isEmpty() || !password.chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            throw new IllegalArgumentException("A store's password is printable ASCII without blanks");
        }
        return new StoreAccess(password);
    }

    /** 256 random bits in hexadecimal digits: nothing that an address or a shell could stumble over. */
    static String random() {
        byte[] value = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    ScramExchange conversation() {
        return new ScramExchange(this::keysOf, random());
    }

    /** The first, the tenth, the hundredth refusal is logged: whoever guesses fills no disk. */
    void refused() {
        String count = String.valueOf(refusals.incrementAndGet());
        if (count.matches("10*")) {
            LOG.warn("A login to the store was refused; number of refusals since the start: {}", count);
        }
    }

    private ScramKeys keysOf(String name) {
        ScramKeys known = keys.join();
        return name.equals(USER) ? known : ScramKeys.ofNobody(salt(name), ITERATIONS, secret);
    }

    /** Always the same for a name, as if it were stored. */
    private byte[] salt(String name) {
        return Arrays.copyOf(ScramKeys.hmac(secret, "salt of " + name), SALT_BYTES);
    }
}
