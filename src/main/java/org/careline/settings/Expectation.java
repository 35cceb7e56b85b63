package org.careline.settings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in plain words what should stand at a place. */
final class Expectation {

    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "text",
            boolean.class, "true or false",
            Boolean.class, "true or false",
            int.class, "a whole number",
            Integer.class, "a whole number",
            Duration.class, "a length of time such as 30s, 5m or 24h",
            LocalDate.class, "a date such as 2026-11-23",
            LocalTime.class, "a time of day in quotes such as \"09:30\"",
            ZoneId.class, "a time zone such as America/New_York");

    private Expectation() {}

    static String of(RecordKeys shape) {
        if (shape.isRecord()) {
            return "keys " + String.join(", ", shape.keys());
        }
        if (shape.isList()) {
            return "a list, each entry on a line of its own behind \"- \"";
        }
        return shape.isLeaf() ? of(shape.type().toClass()) : "names, each with what belongs to it";
    }

    /** The keys that are possible instead of this one, the likely one first. */
    static String insteadOf(String key, List<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .filter(candidate -> distance(key, candidate) <= Math.max(2, key.length() / 3))
                .map(candidate -> candidate + " (the nearest known key), or ")
                .orElse("");
        return nearest + "one of: " + String.join(", ", known);
    }

    private static String of(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of: ", ""));
        }
        return WORDS.getOrDefault(type, "a " + type.getSimpleName());
    }

    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
