package org.careline.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * The order asked for.
 *
 * @param parts its fields, most significant first; none for any order
 */
record SortOrder(List<IndexShape.Part> parts) {

    static final SortOrder NONE = new SortOrder(List.of());

    static SortOrder of(Document sort) {
        return new SortOrder(sort.entrySet().stream()
                .map(field ->
                        new IndexShape.Part(FieldPath.of(field.getKey()), ((Number) field.getValue()).intValue() > 0))
                .toList());
    }

    boolean isNone() {
        return parts.isEmpty();
    }

    /** Bytes that sort as the documents do. An array counts by its least element upwards, by its greatest downwards. */
    byte[] keyOf(Document document) {
        byte[] key = new byte[0];
        for (IndexShape.Part part : parts) {
            BinaryOperator<byte[]> pick = part.upwards()
                    ? BinaryOperator.minBy(Arrays::compareUnsigned)
                    : BinaryOperator.maxBy(Arrays::compareUnsigned);
            byte[] value = part.path().in(document).values().stream()
                    .map(found -> OrderedKey.of(found)
                            .orElseThrow(() ->
                                    Refusal.notImplemented("sorting by decimals, code and regular expressions in '"
                                            + part.path().text() + "'")))
                    .reduce(pick)
                    .orElseThrow();
            key = OrderedKey.joined(key, part.directed(value));
        }
        return key;
    }

    static Comparator<byte[]> byBytes() {
        return Arrays::compareUnsigned;
    }
}
