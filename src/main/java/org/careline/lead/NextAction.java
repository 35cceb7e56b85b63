package org.careline.lead;

import java.time.Instant;
import java.util.Comparator;
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
            .thenComparing(DueItem::dueAt)
            .thenComparing(item -> item.what() != Action.CALL_BACK);

    /**
     * The most pressing of these items; somebody on the line comes before everything else. Null if there is none.
     *
     * @param answered whether somebody has worked on the lead since its last contact
     */
    static @Nullable NextAction among(Work work, boolean answered, LeadId lead) {
        return work.due().stream()
                .min(ORDER)
                .map(item -> of(item, lane(item, work, answered), lead))
                .orElse(null);
    }

    private static Lane lane(DueItem item, Work work, boolean answered) {
        return work.safetyHold()
                ? Lane.L0
                : switch (item.what()) {
                    case ON_CALL -> Lane.L1;
                    case CALL_BACK -> item.ripe() ? Lane.L2 : Lane.L5;
                    case CALL -> answered ? Lane.L5 : Lane.L3;
                    case TEXT -> Lane.L4;
                    case REVIEW -> Lane.L6;
                };
    }

    private static NextAction of(DueItem item, Lane lane, LeadId lead) {
        return new NextAction(item.what(), item.dueAt(), lane, lane + "|" + SortKey.of(item.dueAt(), lead));
    }
}
