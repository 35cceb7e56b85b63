package org.careline.store;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Documents of one kind.
 *
 * @param <K> their id
 * @param <T> the kind
 */
public interface GuardedStore<K, T extends Revised<K>> {

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
}
