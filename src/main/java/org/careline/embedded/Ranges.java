package org.careline.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an operator of a filter says about a field, as ranges of an index. */
final class Ranges {

    private Ranges() {}

    /** Ranges of which one must hold; empty if no index can tell. */
    static List<Range> of(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> points(Collections.singletonList(operand));
            case "$in" -> operand instanceof Collection<?> values ? points(values) : List.of();
            case "$gt" -> comparison(operand, key -> Range.above(key, false));
            case "$gte" -> comparison(operand, key -> Range.above(key, true));
            case "$lt" -> comparison(operand, key -> Range.below(key, false));
            case "$lte" -> comparison(operand, key -> Range.below(key, true));
            default -> List.of();
        };
    }

    private static List<Range> comparison(@Nullable Object operand, Function<byte[], Range> range) {
        return operand == null || operand instanceof Collection
                ? List.of()
                : OrderedKey.of(operand).map(range).stream().toList();
    }

    /** All or none: one value that has no key makes the whole list useless for an index. */
    private static List<Range> points(Collection<?> values) {
        List<Range> points = new ArrayList<>();
        for (Object value : values) {
            Optional<byte[]> key = value instanceof Collection ? Optional.empty() : OrderedKey.of(value);
            if (key.isEmpty()) {
                return List.of();
            }
            points.add(Range.point(key.get()));
        }
        return points;
    }
}
