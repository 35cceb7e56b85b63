package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.careline.web.BoundedBody;
import org.careline.web.UrlEncoded;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request, read strictly: JSON in UTF-8 of up to 64 kB that says nothing twice and has nothing behind it. */
final class JsonBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A field's name is repeated only if it looks like one; else it might be somebody's address. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_]{0,31}");

    private static final Set<Charset> UTF_8 = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    private JsonBody() {}

    /**
     * Reads the body; Spring has refused other media types than JSON.
     *
     * @throws RefusedRequest if it is none
     */
    static JsonNode of(HttpServletRequest request) {
        if (!utf8(request)) {
            throw RefusedRequest.because(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "JSON is sent in UTF-8.");
        }
        byte[] body = BoundedBody.of(request)
                .orElseThrow(() -> RefusedRequest.because(HttpStatus.CONTENT_TOO_LARGE, "A body has up to 64 kB."));
        return root(body).orElseThrow(() -> RefusedRequest.badly("The body is not a JSON text in UTF-8."));
    }

    private static Optional<JsonNode> root(byte[] body) {
        try {
            return UrlEncoded.text(body).map(JSON::readTree).filter(node -> !node.isMissingNode());
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** The charset is left to us; so is a request without body and type. JSON is UTF-8 (RFC 8259 §8.1), ASCII part of it. */
    private static boolean utf8(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .map(type -> Objects.requireNonNullElse(
                        MediaType.parseMediaType(type).getCharset(), StandardCharsets.UTF_8))
                .filter(UTF_8::contains)
                .isPresent();
    }

    /** The name of a field we do not know, as it may be shown. */
    static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }
}
