package org.careline.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one dated thing that a person owes to an open lead, and its place in the queue.
 *
 * @param what to do
 * @param dueAt when it is due
 * @param lane the queue's lane; inside a lane the earlier due time comes first, then the id
 * @param place the lead's place in the queue as one sortable text, made of lane, due time and lead id
 */
public record NextAction(Action what, Instant dueAt, Lane lane, String place) {

    private static final Comparator<DueItem> ORDER = Comparator.comparing(
                    (DueItem item) -> item.what() != Action.ON_CALL)
            .thenComparing(DueItem::dueAt);

    /** The most pressing of these items; somebody on the line comes before everything else. Null if there is none. */
    static @Nullable NextAction among(List<DueItem> due, LeadId lead) {
        return due.stream().min(ORDER).map(item -> of(item, lead)).orElse(null);
    }

    private static NextAction of(DueItem item, LeadId lead) {
        Lane lane = Lane.of(item.what());
        String place = lane + "|" + SortKey.of(item.dueAt(), lead);
        return new NextAction(item.what(), item.dueAt(), lane, place);
    }
}
