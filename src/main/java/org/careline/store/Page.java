package org.careline.store;

import java.util.Optional;

/**
 * Which part of a list is asked for, in the list's own order.
 *
 * @param after the order's key of the last item of the page before; empty for the first page
 * @param limit how many items there are at most, from 1
 */
public record Page(Optional<String> after, int limit) {

    /** The first one. */
    public static Page first(int limit) {
        return new Page(Optional.empty(), limit);
    }

    /** The one that follows an item. */
    public static Page after(String key, int limit) {
        return new Page(Optional.of(key), limit);
    }

    /** The same with one item more, which tells whether another page follows. */
    public Page andOne() {
        return new Page(after, limit + 1);
    }
}
