package org.careline.intake;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one inquiry has written of one kind.
 *
 * @param values at least one
 */
record GuardedWrites<T>(WriteKind<T> kind, List<T> values) {

    GuardedWrites {
        values = List.copyOf(values);
    }

    /** The values if they are of this kind. */
    <R> Stream<R> of(WriteKind<R> wanted) {
        return kind.equals(wanted) ? values.stream().map(wanted.type()::cast) : Stream.empty();
    }
}
