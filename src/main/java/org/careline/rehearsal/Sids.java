package org.careline.rehearsal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Twilio's identities: two letters and 32 hex digits. */
final class Sids {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    String next(String kind) {
        byte[] digits = new byte[BYTES];
        random.nextBytes(digits);
        return kind + HexFormat.of().formatHex(digits);
    }
}
