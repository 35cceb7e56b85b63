package org.careline.store;

/**
 * A stored document with a revision.
 *
 * @param <K> its id
 */
public interface Versioned<K> {

    K id();

    /** How often it has been written; 0 before it is stored. */
    long rev();
}
