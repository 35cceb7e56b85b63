package org.careline.node;

import java.util.Base64;

/**
 * What a secret must be that somebody else than this application has made. It is a floor and no proof: a text that nobody
 * has drawn at random can pass it. Nothing of a secret is ever told, only how long it is.
 */
public enum SecretStrength {

    /** Proves who sends something: a token, a signing key, a store's password. */
    RANDOM("128 random bits or more, such as 64 hexadecimal digits", "openssl rand -hex 32") {
        @Override
        boolean accepts(String secret) {
            return isVaried(secret, LEAST_VARIETY) && bits(secret) >= LEAST_BITS;
        }
    },

    /** Seals what is kept: whoever has the sealed files may try keys as long as they like. */
    KEY("32 random bytes, as 64 hexadecimal digits or in Base64", "openssl rand -hex 32") {
        @Override
        boolean accepts(String secret) {
            return isVaried(secret, LEAST_VARIETY) && (secret.matches("[0-9a-fA-F]{64}") || isBase64(secret));
        }
    },

    /** Typed by people, and guessed only as fast as the sign-in allows. */
    PASSWORD("12 letters or more, six of them different", "openssl rand -hex 10") {
        @Override
        boolean accepts(String secret) {
            return secret.length() >= LEAST_LETTERS && isVaried(secret, LEAST_LETTERS / 2);
        }
    },

    /** Made elsewhere, and not ours to judge. */
    GIVEN("any text", "") {
        @Override
        boolean accepts(String secret) {
            return true;
        }
    };

    private static final int LEAST_BITS = 128;
    private static final int LEAST_VARIETY = 8;
    private static final int LEAST_LETTERS = 12;
    private static final int KEY_BYTES = 32;

    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;
    private static final int LETTERS = 26;
    private static final int SIGNS = 20;

    private final String expected;
    private final String command;

    SecretStrength(String expected, String command) {
        this.expected = expected;
        this.command = command;
    }

    abstract boolean accepts(String secret);

    /**
     * The secret, if it will do.
     *
     * @param where the setting or the file it comes from
     * @throws StartRefused if it is too weak
     */
    public String checked(String where, String secret) {
        if (accepts(secret)) {
            return secret;
        }
        throw new StartRefused(
                where + ": found a text of " + secret.length() + " letters ("
                        + secret.chars().distinct().count() + " different ones), expected " + expected + ".",
                "Make one with: " + command
                        + ". What was signed or sealed with the old one is then no longer accepted or read.");
    }

    private static boolean isVaried(String secret, int least) {
        return secret.chars().distinct().count() >= least;
    }

    /** How many bits it has if every letter was drawn from the kinds of letters that are in it. */
    private static double bits(String secret) {
        return secret.length() * Math.log(alphabet(secret)) / Math.log(2);
    }

    private static int alphabet(String secret) {
        if (secret.matches("[0-9]*")) {
            return DECIMAL;
        }
        if (secret.matches("[0-9a-f]*|[0-9A-F]*")) {
            return HEXADECIMAL;
        }
        return kind(secret, "[a-z]", LETTERS)
                + kind(secret, "[A-Z]", LETTERS)
                + kind(secret, "[0-9]", DECIMAL)
                + kind(secret, "[^a-zA-Z0-9]", SIGNS);
    }

    private static int kind(String secret, String letter, int size) {
        return secret.matches("(?s).*" + letter + ".*") ? size : 0;
    }

    private static boolean isBase64(String secret) {
        try {
            return Base64.getDecoder().decode(secret).length == KEY_BYTES;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
