package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.careline.inbox.FieldFault;
import org.careline.lead.ActId;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Makes a message's identity of the sender's {@code Idempotency-Key}, which may be anything and is kept only hashed. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    static final String EXPECTED = "1 to 255 printable ASCII characters";

    private static final Pattern SHAPE = Pattern.compile("[ -~]{1,255}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 18;

    private IdempotencyKey() {}

    /** The identity of the message in this request, a fresh one if it has no key; empty if the key is none. */
    static Optional<SourceId> of(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty()) {
            byte[] fresh = new byte[RANDOM_BYTES];
            RANDOM.nextBytes(fresh);
            return Optional.of(SourceId.of(Channel.API, ENCODER.encodeToString(fresh)));
        }
        return Optional.of(keys.get(0))
                .filter(key -> keys.size() == 1 && SHAPE.matcher(key).matches())
                .map(key -> SourceId.of(Channel.API, hashed(key)));
    }

    /**
     * What an act is called that is asked for here: the same under the same key is the same act, and is done once. Without a
     * key it is another one each time; empty if the key is none.
     */
    static Optional<ActId> act(HttpServletRequest request, ApiClient client, JsonFields said) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty()) {
            return Optional.of(ActId.fresh());
        }
        return Optional.of(keys.get(0))
                .filter(key -> keys.size() == 1 && SHAPE.matcher(key).matches())
                .map(key ->
                        ActId.saying(String.join("\n", client.name(), request.getRequestURI(), key, said.inWords())));
    }

    static ResponseEntity<?> unusable() {
        FieldFault fault = new FieldFault(HEADER, FieldFault.Code.INVALID, EXPECTED);
        return Problem.of(HttpStatus.BAD_REQUEST, "The key cannot be used.", List.of(fault))
                .response();
    }

    private static String hashed(String key) {
        return ENCODER.encodeToString(DigestUtils.sha256(key));
    }
}
