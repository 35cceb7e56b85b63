package org.careline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.careline.inbox.FieldFault;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What a flat JSON body says, such as {@code {"coordinator": "ana"}}: every field is known and has a value. */
final class JsonFields {

    private final Map<String, String> texts;

    private JsonFields(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * Reads the body of a request.
     *
     * @param known the fields it may have; a null is a field left out
     * @throws RefusedRequest with everything that is wrong with it
     */
    static JsonFields of(HttpServletRequest request, List<JsonField<?>> known) {
        JsonNode root = JsonBody.of(request);
        List<FieldFault> faults = root.isObject()
                ? Stream.concat(unknown(root, known), known.stream().flatMap(field -> fault(root, field)))
                        .toList()
                : List.of(new FieldFault("", FieldFault.Code.WRONG_TYPE, "a JSON object"));
        if (!faults.isEmpty()) {
            throw RefusedRequest.of(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing was changed.", faults);
        }
        return new JsonFields(texts(root));
    }

    private static Stream<FieldFault> unknown(JsonNode root, List<JsonField<?>> known) {
        List<String> names = known.stream().<String>map(JsonField::name).toList();
        return root.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .map(name -> new FieldFault(JsonBody.shown(name), FieldFault.Code.UNKNOWN_FIELD, "no such field"));
    }

    private static Stream<FieldFault> fault(JsonNode root, JsonField<?> field) {
        JsonNode value = root.path(field.name());
        if (value.isMissingNode() || value.isNull()) {
            return field.required() ? fault(field, FieldFault.Code.REQUIRED) : Stream.empty();
        }
        if (field.flag() ? !value.isBoolean() : !value.isString()) {
            return fault(field, FieldFault.Code.WRONG_TYPE);
        }
        return field.reading().apply(value.asString()).isPresent() ? Stream.empty() : fault(field, field.wrong());
    }

    private static Stream<FieldFault> fault(JsonField<?> field, FieldFault.Code code) {
        return Stream.of(new FieldFault(field.name(), code, field.expected()));
    }

    private static Map<String, String> texts(JsonNode root) {
        Map<String, String> texts = new HashMap<>();
        root.properties().stream()
                .filter(field -> field.getValue().isString() || field.getValue().isBoolean())
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return texts;
    }

    /** All that was said, the same in whatever order. */
    String inWords() {
        return new TreeMap<>(texts).toString();
    }

    /** The value of a required field. */
    <T> T get(JsonField<T> field) {
        return find(field).orElseThrow();
    }

    /** The value of a field, if it was sent. */
    <T> Optional<T> find(JsonField<T> field) {
        return Optional.ofNullable(texts.get(field.name())).flatMap(field.reading());
    }
}
