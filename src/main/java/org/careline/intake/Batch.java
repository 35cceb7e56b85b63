package org.careline.intake;

import java.util.List;
import java.util.function.Function;
import org.careline.inbox.StoredInquiry;

/**
 * Inquiries that go through the flow together. No two of them share a contact point or a lead, so that what becomes of one
 * does not depend on the others.
 *
 * @param taken as they were taken from the inbox, so that whatever stops the batch knows what it stopped
 * @param items those that still go on, in the form that the step before gave them
 */
record Batch<T>(List<StoredInquiry> taken, List<T> items) {

    Batch {
        taken = List.copyOf(taken);
        items = List.copyOf(items);
    }

    static Batch<StoredInquiry> of(List<StoredInquiry> taken) {
        return new Batch<>(taken, taken);
    }

    <R> Batch<R> each(Function<T, R> step) {
        return new Batch<>(taken, items.stream().map(step).toList());
    }

    <R> Batch<R> all(Function<List<T>, List<R>> step) {
        return new Batch<>(taken, step.apply(items));
    }
}
