package org.careline.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The server's side of one SCRAM conversation (RFC 5802 §5 and §7): two messages of the client, two answers. Channel
 * binding is not offered, and nobody acts in the name of somebody else.
 */
final class ScramExchange {

    private static final int FIRST_PARTS = 4;
    private static final int LAST_PARTS = 3;

    private final Function<String, ScramKeys> keysOf;
    private final String ownNonce;
    private Optional<Opened> opened = Optional.empty();

    /**
     * A conversation that has not begun.
     *
     * @param keysOf the keys of any name, also of one that does not exist
     * @param ownNonce random, printable, without a comma
     */
    ScramExchange(Function<String, ScramKeys> keysOf, String ownNonce) {
        this.keysOf = keysOf;
        this.ownNonce = ownNonce;
    }

    /** The answer to the client's first message; empty if that is none. */
    Optional<String> first(String message) {
        List<String> parts = List.of(message.split(",", -1));
        if (parts.size() != FIRST_PARTS
                || !(parts.get(0).equals("n") || parts.get(0).equals("y"))
                || !parts.get(1).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = value(parts.get(2), "n=").map(ScramExchange::unescaped);
        Optional<String> nonce = value(parts.get(3), "r=");
        if (name.isEmpty() || nonce.isEmpty()) {
            return Optional.empty();
        }
        ScramKeys keys = keysOf.apply(name.get());
        String joint = nonce.get() + ownNonce;
        String answer = "r=" + joint + "," + keys.told();
        String bare = parts.get(2) + "," + parts.get(3);
        opened = Optional.of(new Opened(keys, joint, parts.get(0) + ",,", bare + "," + answer));
        return Optional.of(answer);
    }

    /** The answer to the client's last message; empty if it does not prove the password. A conversation has one try. */
    Optional<String> last(String message) {
        Optional<Opened> now = opened;
        opened = Optional.empty();
        return now.flatMap(conversation -> conversation.last(message));
    }

    private static Optional<String> value(String part, String attribute) {
        return part.startsWith(attribute) && part.length() > attribute.length()
                ? Optional.of(part.substring(attribute.length()))
                : Optional.empty();
    }

    private static String unescaped(String name) {
        return name.replace("=2C", ",").replace("=3D", "=");
    }

    /**
     * A conversation of which the first half has been said.
     *
     * @param keys of whom the client names
     * @param nonce the client's and the server's
     * @param header the client's wish about channel binding
     * @param said everything that both have said so far, as it is signed
     */
    private record Opened(ScramKeys keys, String nonce, String header, String said) {

        Optional<String> last(String message) {
            List<String> parts = Arrays.asList(message.split(",", -1));
            if (parts.size() != LAST_PARTS
                    || !parts.get(0).equals("c=" + encoded(header))
                    || !parts.get(1).equals("r=" + nonce)) {
                return Optional.empty();
            }
            String conversation = said + "," + parts.get(0) + "," + parts.get(1);
            return value(parts.get(2), "p=")
                    .flatMap(ScramExchange::decoded)
                    .filter(proof -> keys.proves(proof, conversation))
                    .map(proof -> "v=" + keys.signature(conversation));
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
