package org.careline.lead;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.careline.lead.SafetyHold.Cause;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person may be in danger, and what is done about it.
 *
 * @param safety why somebody fears for the person's safety; absent in what an earlier version stored
 * @param safetyHold whether they still do, before everything else; all that an earlier version knew of it
 * @param afterwards what is owed instead of what is due once nobody fears any more; null while nobody fears, or if the due
 *     items stand then too
 * @param taker who did anything with the lead since the latest danger was learnt; null if nobody did, or nobody fears
 */
record Danger(
        SafetyHold safety,
        boolean safetyHold,
        @Nullable DueItem afterwards,
        @Nullable CoordinatorId taker) {

    static final Danger NONE = of(SafetyHold.NONE, Optional.empty(), Optional.empty());

    Danger {
        safety = Objects.requireNonNullElse(safety, SafetyHold.NONE);
        taker = safety.held() ? taker : null;
        safetyHold = safety.held() || (safetyHold && safety.causes().isEmpty());
    }

    private static Danger of(SafetyHold safety, Optional<DueItem> afterwards, Optional<CoordinatorId> taker) {
        return new Danger(safety, safety.held(), afterwards.orElse(null), taker.orElse(null));
    }

    /** What is put off until nobody fears for the person any more; empty if nothing is. */
    Optional<DueItem> putOff() {
        return Optional.ofNullable(afterwards);
    }

    /** Who has taken the person since the latest danger is known; empty if nobody has. */
    Optional<CoordinatorId> taken() {
        return Optional.ofNullable(taker);
    }

    Danger and(Collection<Cause> told) {
        return of(safety.and(told), putOff(), taken());
    }

    Danger ended(SafetyHold.End end) {
        return of(safety.ended(end), Optional.empty(), taken());
    }

    /** The same, taken by somebody who knows of it; empty for nobody. */
    Danger takenBy(Optional<CoordinatorId> by) {
        return of(safety, putOff(), by);
    }

    /** The same with another thing owed once nobody fears any more. */
    Danger postponing(Optional<DueItem> item) {
        return of(safety, item, taken());
    }

    /** What stays of it when the lead is closed or opened again: why they feared, and nothing that is owed. */
    Danger remembered() {
        return of(safety, Optional.empty(), Optional.empty());
    }

    /** Whoever talks with them knows of all the danger that was learnt before; what is learnt later begins anew. */
    Danger talked(Conversation talk) {
        boolean knew = safety.pending().stream().noneMatch(cause -> cause.at().isAfter(talk.from()));
        return knew ? takenBy(Optional.of(talk.by())) : this;
    }
}
