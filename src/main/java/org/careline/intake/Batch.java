package org.careline.intake;

import java.util.List;
import java.util.function.Function;

/**
 * Inquiries that go through the flow together. No two of them share a contact point or a lead, so that what becomes of one
 * does not depend on the others.
 *
 * @param items in the form that the step before gave them
 */
record Batch<T>(List<T> items) {

    Batch {
        items = List.copyOf(items);
    }

    <R> Batch<R> each(Function<T, R> step) {
        return new Batch<>(items.stream().map(step).toList());
    }

    <R> Batch<R> all(Function<List<T>, List<R>> step) {
        return new Batch<>(step.apply(items));
    }
}
