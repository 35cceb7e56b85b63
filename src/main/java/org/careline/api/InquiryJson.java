package org.careline.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.inbox.FieldFault;
import org.careline.inbox.InquiryFields;
import org.careline.inbox.InquiryParser.Manner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An inquiry's JSON taken apart into fields, with the faults of its shape.
 *
 * @param fields those of the right type
 * @param faults unknown fields and wrong types
 */
record InquiryJson(InquiryFields fields, List<FieldFault> faults) {

    /** @param manner whether a number that stands for a text is one */
    static InquiryJson of(JsonNode root, Manner manner) {
        Shape shape = new Shape(manner == Manner.REFUSES);
        if (!root.isObject()) {
            shape.wrongType("", "a JSON object");
        }
        root.properties().forEach(field -> shape.field(field.getKey(), field.getValue()));
        return new InquiryJson(
                new InquiryFields(shape.texts, shape.bestTimes, shape.ticked, shape.attribution),
                List.copyOf(shape.faults));
    }

    /** What has been read so far. */
    private static final class Shape {

        private final Map<String, String> texts = new HashMap<>();
        private final List<String> bestTimes = new ArrayList<>();
        private final Map<String, String> attribution = new HashMap<>();
        private final List<FieldFault> faults = new ArrayList<>();
        private final boolean strict;
        private @Nullable Set<String> ticked;

        Shape(boolean strict) {
            this.strict = strict;
        }

        void field(String name, JsonNode value) {
            if (InquiryFields.TEXTS.contains(name)) {
                text(name, value);
            } else if (name.equals(InquiryFields.BEST_TIMES)) {
                bestTimes(value);
            } else if (name.equals(InquiryFields.CONSENT)) {
                consent(value);
            } else if (name.equals(InquiryFields.ATTRIBUTION)) {
                attribution(value);
            } else {
                unknown("", name);
            }
        }

        private void text(String name, JsonNode value) {
            if (value.isString()) {
                texts.put(name, value.stringValue());
            } else if (value.isIntegralNumber() && !strict) {
                texts.put(name, value.asString());
            } else if (!value.isNull()) {
                wrongType(name, "a string");
            }
        }

        private void bestTimes(JsonNode value) {
            boolean strings = value.isArray() && value.valueStream().allMatch(JsonNode::isString);
            if (strings) {
                value.valueStream().map(JsonNode::stringValue).forEach(bestTimes::add);
            } else if (!value.isNull()) {
                wrongType(InquiryFields.BEST_TIMES, "an array of strings");
            }
        }

        private void consent(JsonNode value) {
            if (value.isObject()) {
                Set<String> boxes = new HashSet<>();
                value.properties().forEach(box -> box(box.getKey(), box.getValue(), boxes));
                ticked = boxes;
            } else if (!value.isNull()) {
                wrongType(InquiryFields.CONSENT, "an object");
            }
        }

        private void box(String name, JsonNode value, Set<String> boxes) {
            String path = InquiryFields.CONSENT + "." + name;
            if (name.equals(InquiryFields.VERSION)) {
                text(path, value);
            } else if (!InquiryFields.BOXES.contains(name)) {
                unknown(InquiryFields.CONSENT + ".", name);
            } else if (value.isBoolean()) {
                if (value.booleanValue()) {
                    boxes.add(name);
                }
            } else if (!value.isNull()) {
                wrongType(path, "true or false");
            }
        }

        private void attribution(JsonNode value) {
            if (!value.isObject() && !value.isNull()) {
                wrongType(InquiryFields.ATTRIBUTION, "an object");
            }
            value.properties().stream()
                    .filter(entry -> InquiryFields.ATTRIBUTION_KEYS.contains(entry.getKey()))
                    .forEach(entry -> attribution(entry.getKey(), entry.getValue()));
        }

        private void attribution(String key, JsonNode value) {
            if (value.isString()) {
                attribution.put(key, value.stringValue());
            } else if (!value.isNull()) {
                wrongType(InquiryFields.ATTRIBUTION + "." + key, "a string");
            }
        }

        private void unknown(String above, String name) {
            faults.add(new FieldFault(above + JsonBody.shown(name), FieldFault.Code.UNKNOWN_FIELD, "no such field"));
        }

        void wrongType(String path, String expected) {
            faults.add(new FieldFault(path, FieldFault.Code.WRONG_TYPE, expected));
        }
    }

    /** Nothing typed reaches a log. */
    @Override
    public String toString() {
        return "InquiryJson[" + faults + "]";
    }
}
