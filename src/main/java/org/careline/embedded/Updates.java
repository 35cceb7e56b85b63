package org.careline.embedded;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an update makes of a document: a replacement, or operators that change single fields. */
final class Updates {

    private final Document update;
    private final boolean inserting;

    /**
     * @param inserting whether the document is new, so that {@code $setOnInsert} counts
     */
    Updates(Document update, boolean inserting) {
        this.update = update;
        this.inserting = inserting;
    }

    /** Changes the document, which must be the caller's own. */
    Document applyTo(Document document) {
        if (!Conditions.isOperators(update)) {
            return replacement(document);
        }
        List<String> touched = new ArrayList<>();
        for (Map.Entry<String, Object> operator : update.entrySet()) {
            for (Map.Entry<String, Object> field : ((Document) operator.getValue()).entrySet()) {
                refuseConflict(touched, field.getKey());
                touched.add(field.getKey());
                apply(operator.getKey(), FieldPath.of(field.getKey()), field.getValue(), document);
            }
        }
        return document;
    }

    private Document replacement(Document document) {
        Object id = document.get("_id");
        if (update.containsKey("_id") && !same(update.get("_id"), id)) {
            throw Refusal.immutableId();
        }
        Document replacement = new Document("_id", id);
        update.forEach((name, value) -> {
            if (!name.equals("_id")) {
                replacement.put(name, value);
            }
        });
        return replacement;
    }

    private static void refuseConflict(List<String> touched, String path) {
        if (FieldPath.of(path).root().equals("_id")) {
            throw Refusal.immutableId();
        }
        if (touched.stream()
                .anyMatch(other -> (other + ".").startsWith(path + ".") || (path + ".").startsWith(other + "."))) {
            throw new MongoServerError(
                    40, "ConflictingUpdateOperators", "Updating the path '" + path + "' would create a conflict");
        }
    }

    private void apply(String operator, FieldPath path, @Nullable Object operand, Document document) {
        if (operator.equals("$unset")) {
            Place.found(document, path.steps()).ifPresent(Place::remove);
        } else if (operator.equals("$pull")) {
            Place.found(document, path.steps()).filter(Place::exists).ifPresent(place -> pull(place, operand));
        } else if (!operator.equals("$setOnInsert") || inserting) {
            put(operator, Place.made(document, path.steps()), operand);
        }
    }

    private static void put(String operator, Place place, @Nullable Object operand) {
        switch (operator) {
            case "$set", "$setOnInsert" -> place.set(operand);
            case "$inc" -> place.set(sum(place, operand));
            case "$max" -> replaceIf(place, operand, 1);
            case "$min" -> replaceIf(place, operand, -1);
            case "$push" -> push(place, operand);
            case "$addToSet" -> addToSet(place, operand);
            default -> throw Refusal.failedToParse("Unknown modifier: " + operator);
        }
    }

    private static void replaceIf(Place place, @Nullable Object operand, int sign) {
        if (!place.exists() || Integer.signum(Arrays.compareUnsigned(key(operand), key(place.value()))) == sign) {
            place.set(operand);
        }
    }

    private static byte[] key(@Nullable Object value) {
        return OrderedKey.of(value)
                .orElseThrow(() -> Refusal.notImplemented("comparing decimals, code and regular expressions"));
    }

    private static Number sum(Place place, @Nullable Object operand) {
        Object present = place.exists() ? place.value() : Integer.valueOf(0);
        if (present instanceof Integer first && operand instanceof Integer second) {
            long sum = (long) first + second;
            if (sum == (int) sum) {
                return (int) sum;
            }
            return sum;
        }
        if (isWhole(present) && isWhole(operand)) {
            return longSum(
                    ((Number) Objects.requireNonNull(present)).longValue(),
                    ((Number) Objects.requireNonNull(operand)).longValue());
        }
        if (isNumber(present) && isNumber(operand)) {
            return ((Number) Objects.requireNonNull(present)).doubleValue()
                    + ((Number) Objects.requireNonNull(operand)).doubleValue();
        }
        throw Refusal.typeMismatch("Cannot apply $inc to a value of non-numeric type");
    }

    private static Long longSum(long first, long second) {
        long sum = first + second;
        if (((first ^ sum) & (second ^ sum)) < 0) {
            throw Refusal.badValue("Failed to apply $inc: the sum is no 64-bit integer");
        }
        return sum;
    }

    private static boolean isWhole(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static boolean isNumber(@Nullable Object value) {
        return isWhole(value) || value instanceof Double;
    }

    private static void push(Place place, @Nullable Object operand) {
        List<@Nullable Object> array = arrayAt(place);
        array.addAll(each(operand));
        if (operand instanceof Document modifiers && modifiers.get("$slice") instanceof Number slice) {
            int keep = Math.min(array.size(), Math.abs(slice.intValue()));
            int from = slice.intValue() < 0 ? array.size() - keep : 0;
            array = new ArrayList<>(array.subList(from, from + keep));
        }
        place.set(array);
    }

    private static void addToSet(Place place, @Nullable Object operand) {
        List<@Nullable Object> array = arrayAt(place);
        for (Object value : each(operand)) {
            if (array.stream().noneMatch(present -> same(present, value))) {
                array.add(value);
            }
        }
        place.set(array);
    }

    private static Collection<?> each(@Nullable Object operand) {
        return operand instanceof Document modifiers && modifiers.get("$each") instanceof Collection<?> values
                ? values
                : Arrays.asList(operand);
    }

    private static List<@Nullable Object> arrayAt(Place place) {
        if (!place.exists()) {
            return new ArrayList<>();
        }
        if (place.value() instanceof Collection<?> array) {
            return new ArrayList<>(array);
        }
        throw Refusal.badValue("The field '" + place.step() + "' must be an array");
    }

    private static void pull(Place place, @Nullable Object condition) {
        List<@Nullable Object> array = arrayAt(place);
        array.removeIf(element -> pulls(condition, element));
        place.set(array);
    }

    private static boolean pulls(@Nullable Object condition, @Nullable Object element) {
        if (!(condition instanceof Document query)) {
            return same(condition, element);
        }
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        return Conditions.isOperators(query)
                ? matcher.matchesValue(query, element)
                : element instanceof Document document && matcher.matches(document, query);
    }

    /** Equal as MongoDB compares: numbers by value, whatever their type. */
    static boolean same(@Nullable Object first, @Nullable Object second) {
        Optional<byte[]> key = OrderedKey.of(first);
        Optional<byte[]> other = OrderedKey.of(second);
        return (key.isPresent() && other.isPresent())
                ? Arrays.equals(key.get(), other.get())
                : Objects.equals(first, second);
    }
}
