package org.careline.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careline.lead.SafetyHold.Cause;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands and what is owed to it.
 *
 * @param closing how it ended; null while it is open
 * @param due what is owed, at most one item of a kind; empty once it is closed or merged
 * @param followUp the attempts to reach the person; null before the first one
 * @param safety why somebody fears for the person's safety; absent in what an earlier version stored
 * @param safetyHold whether they still do, before everything else; all that an earlier version knew of it
 * @param afterwards what is owed instead of what is due once nobody fears any more; null while nobody fears, or if the due
 *     items stand then too
 * @param taker who did anything with it since the latest danger was learnt; null if nobody did, or nobody fears
 * @param lastAct what a coordinator did last; null before the first time
 */
public record LeadWork(
        Stage stage,
        @Nullable Closing closing,
        List<DueItem> due,
        @Nullable FollowUp followUp,
        SafetyHold safety,
        boolean safetyHold,
        @Nullable DueItem afterwards,
        @Nullable CoordinatorId taker,
        @Nullable CoordinatorAct lastAct) {

    static final LeadWork NEW =
            new LeadWork(Stage.NEW, null, List.of(), null, SafetyHold.NONE, false, null, null, null);

    public LeadWork {
        due = List.copyOf(due);
        safety = safety == null ? SafetyHold.NONE : safety;
        taker = safety.held() ? taker : null;
        safetyHold = safety.held() || (safetyHold && safety.causes().isEmpty());
    }

    private LeadWork(
            Stage stage,
            @Nullable Closing closing,
            List<DueItem> due,
            @Nullable FollowUp followUp,
            SafetyHold safety,
            @Nullable DueItem afterwards,
            @Nullable CoordinatorId taker,
            @Nullable CoordinatorAct lastAct) {
        this(stage, closing, due, followUp, safety, safety.held(), afterwards, taker, lastAct);
    }

    /** What a coordinator did last; empty before the first time. */
    public Optional<CoordinatorAct> act() {
        return Optional.ofNullable(lastAct);
    }

    /** When something of it becomes due without anybody's doing; null if nothing does. */
    @Nullable Instant wakesAt() {
        return due.stream()
                .map(DueItem::ripensAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    LeadWork owing(List<DueItem> items) {
        return new LeadWork(stage, closing, items, followUp, safety, afterwards, taker, lastAct);
    }

    LeadWork at(Stage now) {
        return new LeadWork(now, closing, due, followUp, safety, afterwards, taker, lastAct);
    }

    LeadWork following(@Nullable FollowUp plan) {
        return new LeadWork(stage, closing, due, plan, safety, afterwards, taker, lastAct);
    }

    LeadWork held(SafetyHold hold) {
        return new LeadWork(stage, closing, due, followUp, hold, afterwards, taker, lastAct);
    }

    LeadWork held(Collection<Cause> causes) {
        return held(safety.and(causes));
    }

    /** The same with a cause for a hold that an earlier version stored without one. */
    LeadWork recorded(LeadId lead, Instant since) {
        boolean known = !safetyHold || safety.held();
        return known ? this : held(List.of(new Cause(SafetyHold.Kind.UNRECORDED, since, lead.value(), null)));
    }

    /** The same, taken by somebody who knows of the danger; null for nobody. */
    LeadWork takenBy(@Nullable CoordinatorId by) {
        return new LeadWork(stage, closing, due, followUp, safety, afterwards, by, lastAct);
    }

    /** The same with another thing owed once nobody fears any more. */
    LeadWork postponing(@Nullable DueItem item) {
        return new LeadWork(stage, closing, due, followUp, safety, item, taker, lastAct);
    }

    LeadWork after(@Nullable CoordinatorAct act) {
        return new LeadWork(
                stage, closing, due, followUp, safety, afterwards, safety.held() && act != null ? act.by() : null, act);
    }

    LeadWork closed(Closing end) {
        return new LeadWork(Stage.CLOSED, end, List.of(), followUp, safety, null, null, lastAct);
    }

    /** Open again, if it was closed; its attempts begin anew. */
    LeadWork reopened() {
        return closing == null ? this : new LeadWork(Stage.NEW, null, List.of(), null, safety, null, null, lastAct);
    }
}
