package org.careline.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.careline.store.GuardedStore;
import org.careline.store.Versioned;

/** Writes documents into their store, in one bulk. */
record StoreStep<K, T extends Versioned<K>>(WriteKind<T> kind, GuardedStore<K, T> store) implements WriteStep<T> {

    @Override
    public Predicate<T> write(List<T> values) {
        Set<K> held = store.write(values);
        return document -> held.contains(document.id());
    }
}
