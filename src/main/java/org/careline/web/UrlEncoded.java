package org.careline.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields in {@code application/x-www-form-urlencoded}, as a query or a body has them (WHATWG URL, §5.1), in UTF-8.
 *
 * @param fields every value of every field, in the order sent
 */
public record UrlEncoded(Map<String, List<String>> fields) {

    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final String CHARSET = "charset=";
    private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii");

    public UrlEncoded {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads such a text.
     *
     * @param text a query or a body; null is an empty one
     * @return empty if an escape is broken or the bytes are no UTF-8
     */
    public static Optional<UrlEncoded> parse(@Nullable String text) {
        FormReader reader = new FormReader(text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        while (reader.next()) {
            fields.computeIfAbsent(reader.name(), first -> new ArrayList<>(1)).add(reader.value());
        }
        return reader.malformed() ? Optional.empty() : Optional.of(new UrlEncoded(fields));
    }

    /** The first value of a field; null if it was not sent. */
    public @Nullable String first(String field) {
        List<String> values = all(field);
        return values.isEmpty() ? null : values.get(0);
    }

    /** All values of a field; none if it was not sent. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /**
     * Whether a {@code Content-Type} is this one and no other that begins like it, in UTF-8 or without a word on that.
     *
     * @param type the header's value; null if there was none
     */
    public static boolean isNamedBy(@Nullable String type) {
        String[] parts =
                type == null ? new String[] {""} : type.toLowerCase(Locale.ROOT).split(";", -1);
        return parts[0].strip().equals(TYPE)
                && Arrays.stream(parts, 1, parts.length).allMatch(UrlEncoded::readable);
    }

    private static boolean readable(String parameter) {
        String text = parameter.strip();
        return !text.startsWith(CHARSET)
                || CHARSETS.contains(text.substring(CHARSET.length()).replace("\"", ""));
    }

    /** These bytes as text; empty if they are no UTF-8. */
    public static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "UrlEncoded[" + fields.size() + "]";
    }
}
