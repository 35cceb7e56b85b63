package org.careline.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.careline.web.Seal;
import org.springframework.stereotype.Component;

/** Makes the cursors of lists. A cursor is sealed together with its query, so that it continues no other one. */
@Component
class Cursors {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Seal seal;

    Cursors(ApiKeys keys) {
        this.seal = new Seal("cursor", keys.signing());
    }

    /**
     * @param query what is asked for, without limit and cursor
     * @param after the key of the last item given
     */
    String of(String query, String after) {
        return ENCODER.encodeToString(after.getBytes(StandardCharsets.UTF_8)) + "." + seal.of(query + "\n" + after);
    }

    /** The key after which that query goes on; empty if the cursor is broken or of another query. */
    Optional<String> after(String query, String cursor) {
        int dot = cursor.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor.substring(0, dot));
            String after = new String(bytes, StandardCharsets.UTF_8);
            return Optional.of(after).filter(key -> seal.fits(query + "\n" + key, cursor.substring(dot + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
