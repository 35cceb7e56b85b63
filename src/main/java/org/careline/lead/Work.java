package org.careline.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands and what is owed to it.
 *
 * @param closing how it ended; null while it is open
 * @param due what is owed, at most one item of a kind; empty once it is closed or merged
 * @param followUp the attempts to reach the person; null before the first one
 * @param safetyHold somebody is worried about the person's safety: before everything else
 * @param lastAct what a coordinator did last; null before the first time
 */
public record Work(
        Stage stage,
        @Nullable Closing closing,
        List<DueItem> due,
        @Nullable FollowUp followUp,
        boolean safetyHold,
        @Nullable Act lastAct) {

    static final Work NEW = new Work(Stage.NEW, null, List.of(), null, false, null);

    public Work {
        due = List.copyOf(due);
    }

    /** When something of it becomes due without anybody's doing; null if nothing does. */
    @Nullable Instant wakesAt() {
        return due.stream()
                .map(DueItem::ripensAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Work owing(List<DueItem> items) {
        return new Work(stage, closing, items, followUp, safetyHold, lastAct);
    }

    Work at(Stage now) {
        return new Work(now, closing, due, followUp, safetyHold, lastAct);
    }

    Work following(@Nullable FollowUp plan) {
        return new Work(stage, closing, due, plan, safetyHold, lastAct);
    }

    Work held(boolean forSafety) {
        return new Work(stage, closing, due, followUp, forSafety, lastAct);
    }

    Work after(@Nullable Act act) {
        return new Work(stage, closing, due, followUp, safetyHold, act);
    }

    Work closed(Closing end) {
        return new Work(Stage.CLOSED, end, List.of(), followUp, false, lastAct);
    }

    /** Open again, if it was closed; its attempts begin anew. */
    Work reopened() {
        return closing == null ? this : new Work(Stage.NEW, null, List.of(), null, false, lastAct);
    }
}
