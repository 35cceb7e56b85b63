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

/** Makes a message's identity of the sender's {@code Idempotency-Key}, which may be anything and is kept only hashed. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    static final String EXPECTED = "1 to 255 printable ASCII characters";

    private static final Pattern SHAPE = Pattern.compile("[ -~]{1,255}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 18;

    private IdempotencyKey() {}

    /**
     * The identity of the message in this request, a fresh one if it has no key.
     *
     * @throws RefusedRequest if the key is none
     */
    static SourceId of(HttpServletRequest request) {
        String identity = sent(request).map(IdempotencyKey::hashed).orElseGet(IdempotencyKey::fresh);
        return SourceId.of(Channel.API, identity);
    }

    private static String fresh() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    private static Optional<String> sent(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() > 1 || !keys.stream().allMatch(key -> SHAPE.matcher(key).matches())) {
            FieldFault fault = new FieldFault(HEADER, FieldFault.Code.INVALID, EXPECTED);
            throw RefusedRequest.of(HttpStatus.BAD_REQUEST, "The key cannot be used.", List.of(fault));
        }
        return keys.stream().findFirst();
    }

    /**
     * What an act is called that is asked for here: the same under the same key is the same act, and is done once. Without a
     * key it is another one each time.
     *
     * @throws RefusedRequest if the key is none
     */
    static ActId act(HttpServletRequest request, ApiClient client, JsonFields said) {
        return sent(request)
                .map(key ->
                        ActId.saying(String.join("\n", client.name(), request.getRequestURI(), key, said.inWords())))
                .orElseGet(ActId::fresh);
    }

    private static String hashed(String key) {
        return ENCODER.encodeToString(DigestUtils.sha256(key));
    }
}
