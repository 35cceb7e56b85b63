package org.careline.lead;

import java.time.Instant;
import java.util.Optional;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * One decision about who owns a lead.
 *
 * @param term counts the decisions of a lead, from 1
 * @param owner who owns it from then on; null if nobody does
 * @param reason why nobody does; null if somebody does
 * @param how by whom it was decided
 * @param why with every candidate, enough to decide it again
 */
public record Assignment(
        int term,
        @Nullable CoordinatorId owner,
        @Nullable UnassignedReason reason,
        How how,
        Instant at,
        Explanation why) {

    /** By whom it was decided. */
    public enum How {
        /** The rules of assignment. */
        RULE,
        /** The rule for somebody in danger, which knows no limits. */
        SAFETY,
        /** A coordinator took it. */
        CLAIM,
        /** A coordinator took the person's call. */
        ANSWER,
        /** Came with a lead that was merged into this one. */
        MERGE
    }

    /** Who owns it from then on; empty if nobody does. */
    public Optional<CoordinatorId> coordinator() {
        return Optional.ofNullable(owner);
    }

    /** This decision as it comes with a merge to another lead. */
    Assignment broughtTo(CoordinatorId theirs, int number) {
        return new Assignment(number, theirs, null, How.MERGE, at, why);
    }

    /** Whether it was a coordinator's own doing. */
    boolean byHand() {
        return how == How.CLAIM || how == How.ANSWER;
    }

    /** Whether the owner was given a lead by it, which counts in the rotation. */
    public boolean counts() {
        return coordinator().isPresent() && how != How.MERGE;
    }
}
