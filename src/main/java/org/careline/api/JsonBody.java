package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
sealed interface JsonBody {

    /** It is JSON, of whatever shape. */
    record Read(JsonNode root) implements JsonBody {

        /** Nothing typed reaches a log. */
        @Override
        public String toString() {
            return "Read";
        }
    }

    /** It is none, and this is the answer. */
    record Refused(Problem problem) implements JsonBody {}

    JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A field's name is repeated only if it looks like one; else it might be somebody's address. */
    Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_]{0,31}");

    /** Reads the body; Spring has refused other media types than JSON. */
    static JsonBody of(HttpServletRequest request) {
        if (!utf8(request)) {
            return new Refused(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "JSON is sent in UTF-8."));
        }
        return BoundedBody.of(request)
                .map(JsonBody::of)
                .orElseGet(() -> new Refused(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "A body has up to 64 kB.")));
    }

    private static JsonBody of(byte[] body) {
        return root(body)
                .<JsonBody>map(Read::new)
                .orElseGet(
                        () -> new Refused(Problem.of(HttpStatus.BAD_REQUEST, "The body is not a JSON text in UTF-8.")));
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
        String type = request.getContentType();
        Charset charset = type == null ? null : MediaType.parseMediaType(type).getCharset();
        return type != null
                && (charset == null
                        || charset.equals(StandardCharsets.UTF_8)
                        || charset.equals(StandardCharsets.US_ASCII));
    }

    /** The name of a field we do not know, as it may be shown. */
    static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }
}
