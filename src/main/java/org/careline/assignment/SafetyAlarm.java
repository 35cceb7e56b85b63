package org.careline.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The last alarm about one lead. It is written before anybody is alarmed, and only whoever wrote it alarms: that is what keeps
 * any number of nodes from alarming twice.
 *
 * @param number counts the alarms since somebody took the lead last, from 1
 * @param at when it was raised
 * @param woken who was to be woken by it
 * @param begun whether that has surely begun; if not, the same person is woken once more soon
 */
record SafetyAlarm(LeadId id, long rev, int number, Instant at, CoordinatorId woken, boolean begun)
        implements Versioned<LeadId> {

    /** Until somebody takes it (leads.md §4.6: "escalate every 5 min until acknowledged"). */
    static final Duration EVERY = Duration.ofMinutes(5);

    /** The carrier answers within half a minute, or not at all. */
    static final Duration AGAIN = Duration.ofSeconds(40);

    /** What there is to do now about a lead that waits: the number of the alarm; empty if nothing. */
    static Optional<Integer> due(@Nullable SafetyAlarm last, Lead lead, Instant now) {
        if (last == null || takenSince(last, lead)) {
            return Optional.of(1);
        }
        if (!last.at.plus(EVERY).isAfter(now)) {
            return Optional.of(last.number + 1);
        }
        return !last.begun && !last.at.plus(AGAIN).isAfter(now) ? Optional.of(last.number) : Optional.empty();
    }

    /** Somebody had it, and new danger is known since: the alarms begin anew. */
    private static boolean takenSince(SafetyAlarm last, Lead lead) {
        CoordinatorAct act = lead.work().lastAct();
        return act != null && act.at().isAfter(last.at);
    }

    /** The next one; a repetition of one that did not begin is not put off for it. */
    static SafetyAlarm next(@Nullable SafetyAlarm last, Lead lead, int number, CoordinatorId whom, Instant now) {
        return new SafetyAlarm(lead.id(), last == null ? 0 : last.rev, number, now, whom, false);
    }

    /** As it lies in the store after it was written, with the waking begun. */
    SafetyAlarm writtenAndBegun() {
        return new SafetyAlarm(id, rev + 1, number, at, woken, true);
    }
}
