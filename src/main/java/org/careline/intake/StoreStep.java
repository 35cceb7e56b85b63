package org.careline.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.careline.store.Versioned;

/**
 * Writes documents into their store, in one bulk.
 *
 * @param door gives back the ids of those that surely hold
 */
record StoreStep<K, T extends Versioned<K>>(WriteKind<T> kind, Function<List<T>, Set<K>> door) implements WriteStep<T> {

    @Override
    public Predicate<T> write(List<T> values) {
        Set<K> held = door.apply(values);
        return document -> held.contains(document.id());
    }
}
