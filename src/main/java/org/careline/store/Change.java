package org.careline.store;

import java.util.Optional;

/**
 * What became of a change of one document.
 *
 * @param <T> the document
 * @param before what the change was made from; empty if there is no such document
 * @param after what the change came to, with the {@code rev} that it was made from; empty if it was declined, or there is no
 *     such document
 */
public record Change<T>(Optional<T> before, Optional<T> after) {

    /** Whether a new revision is stored. What would have changed nothing was not written. */
    public boolean written() {
        return after.isPresent() && !after.equals(before);
    }
}
