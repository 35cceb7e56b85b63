package org.careline.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Documents of one kind.
 *
 * @param <K> their id
 * @param <T> the kind
 */
public interface GuardedStore<K, T extends Versioned<K>> {

    /**
     * The documents with these ids, in one round trip; an id without a document is left out.
     *
     * @throws StoreUnavailable if the store did not answer in time
     */
    Map<K, T> find(Collection<K> ids);

    /**
     * Writes them in one round trip, in any order. A document with {@code rev} 0 is inserted, any other replaces the
     * stored one whose {@code rev} equals its own; either way it is stored with {@code rev + 1}.
     *
     * @return the ids of the documents that surely hold now; a duplicate, a lost guard and an unknown outcome are missing
     * @throws StoreUnavailable if the store did not answer in time; what was written then is unknown
     */
    Set<K> write(Collection<T> documents);

    /**
     * Changes one document, made anew from what is stored whenever somebody else was quicker.
     *
     * @param change pure, for it may be asked several times: the document as it is to be; empty to decline. It is not asked if
     *     there is no such document
     * @throws StoreUnavailable if the store did not answer in time, or others were quicker too often
     */
    default Change<T> change(K id, Function<T, Optional<T>> change) {
        return change(id, change, replaced -> {});
    }

    /**
     * The same.
     *
     * @param replaced is told of each revision before it is replaced, so that what only it says can be kept elsewhere first;
     *     it may be told of one that stays after all
     */
    default Change<T> change(K id, Function<T, Optional<T>> change, Consumer<T> replaced) {
        return Tries.untilHeld("change a document", () -> {
            Optional<T> before = Optional.ofNullable(find(List.of(id)).get(id));
            return changed(before, change, replaced);
        });
    }

    /**
     * The same, of a document that may not be stored yet.
     *
     * @param absent what counts until it is, with {@code rev} 0
     */
    default Change<T> change(T absent, Function<T, Optional<T>> change) {
        K id = absent.id();
        return Tries.untilHeld("change a document", () -> {
            T before = find(List.of(id)).getOrDefault(id, absent);
            return changed(Optional.of(before), change, replaced -> {});
        });
    }

    private Optional<Change<T>> changed(Optional<T> before, Function<T, Optional<T>> change, Consumer<T> replaced) {
        Change<T> made = new Change<>(before, before.flatMap(change));
        if (!made.written()) {
            return Optional.of(made);
        }
        before.ifPresent(replaced);
        return write(made.after().stream().toList()).isEmpty() ? Optional.empty() : Optional.of(made);
    }
}
