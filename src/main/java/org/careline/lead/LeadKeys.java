package org.careline.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a lead is found by; it follows from the rest of the lead and is made here alone.
 *
 * @param next the most pressing due item and its place in the queue; null once the lead is closed or merged
 * @param listed its place in lists by age; null once it is merged into another
 * @param unowned its place in the queue while it is open and nobody owns it; else null
 * @param wakesAt when something of it becomes due without anybody's doing; null if nothing does
 */
record LeadKeys(
        @Nullable NextAction next,
        @Nullable String listed,
        @Nullable String unowned,
        @Nullable Instant wakesAt) {

    /** Of a lead that is not made yet: the lead itself makes them. */
    static final LeadKeys NONE = of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static LeadKeys of(
            String listed, ContactTimes times, Ownership ownership, LeadWork work, MergeState merge, LeadId id) {
        boolean living = merge.winner().isEmpty();
        Optional<NextAction> next = NextAction.among(work, times, id).filter(any -> living && work.open());
        return of(
                next,
                Optional.of(listed).filter(any -> living),
                next.filter(any -> ownership.coordinator().isEmpty()).map(NextAction::place),
                next.flatMap(any -> Stream.of(work.wakesAt(), times.noticesAt())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())));
    }

    private static LeadKeys of(
            Optional<NextAction> next, Optional<String> listed, Optional<String> unowned, Optional<Instant> wakesAt) {
        return new LeadKeys(next.orElse(null), listed.orElse(null), unowned.orElse(null), wakesAt.orElse(null));
    }
}
