package org.careline.store;

import java.util.Arrays;
import java.util.List;

/**
 * An index that a module's queries need. Modules declare theirs as beans, in one place each; they are created in the
 * background once the store is there.
 *
 * @param collection the collection
 * @param name the index's name, unique in its collection
 * @param keys its fields in order, equality before sort before range
 */
public record DeclaredIndex(String collection, String name, List<Key> keys) {

    /**
     * One field of an index.
     *
     * @param field the field, with dots into sub-documents
     * @param ascending its direction
     */
    public record Key(String field, boolean ascending) {}

    public DeclaredIndex {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("An index has at least one field");
        }
    }

    public static DeclaredIndex ascending(String collection, String name, String... fields) {
        return new DeclaredIndex(
                collection,
                name,
                Arrays.stream(fields).map(field -> new Key(field, true)).toList());
    }
}
