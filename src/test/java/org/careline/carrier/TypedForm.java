package org.careline.carrier;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as JSON whose types are those of its description. The validator guesses types from the text, and so takes a phone
 * number for an integer.
 */
final class TypedForm {

    static final String FORM = "application/x-www-form-urlencoded";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TypedForm() {}

    /** Renames the media type of every form in a description. */
    static void describeFormsAsJson(ObjectNode document) {
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    JsonNode content = operation.at("/requestBody/content");
                    if (content instanceof ObjectNode types && types.has(FORM)) {
                        types.set("application/json", types.remove(FORM));
                    }
                }));
    }

    /** @param types the schema's properties; what is not among them stays a text */
    static ObjectNode json(List<Map.Entry<String, String>> form, JsonNode types) {
        ObjectNode json = JSON.createObjectNode();
        form.forEach(pair -> put(json, pair.getKey(), pair.getValue(), types));
        return json;
    }

    private static void put(ObjectNode json, String name, String value, JsonNode types) {
        switch (types.path(name).path("type").asString("string")) {
            case "integer" -> putNumber(json, name, value);
            case "boolean" -> putTruth(json, name, value);
            case "array" -> json.withArray(name).add(value);
            default -> json.put(name, value);
        }
    }

    private static void putNumber(ObjectNode json, String name, String value) {
        if (value.matches("-?\\d{1,9}")) {
            json.put(name, Integer.parseInt(value));
        } else {
            json.put(name, value);
        }
    }

    private static void putTruth(ObjectNode json, String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            json.put(name, Boolean.parseBoolean(value));
        } else {
            json.put(name, value);
        }
    }
}
