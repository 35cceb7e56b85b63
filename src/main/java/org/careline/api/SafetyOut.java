package org.careline.api;

import java.util.List;
import java.util.Optional;
import org.careline.lead.Lead;
import org.careline.lead.SafetyHold;
import org.careline.staff.CoordinatorId;

/**
 * Why somebody fears for a person's safety; nothing of what was said is in it.
 *
 * @param since when the earliest of the causes was told
 * @param causes what nobody has ended yet, the earliest first
 * @param takenBy the id of the coordinator who took them since the latest cause was learnt; empty while nobody did
 */
record SafetyOut(String since, List<CauseOut> causes, Optional<String> takenBy) {

    /**
     * One thing that happened.
     *
     * @param kind {@code CRISIS_LINE}, {@code WORDS}, {@code TRANSCRIPT}, {@code QUIZ}, {@code COORDINATOR} or {@code UNRECORDED}
     * @param source the id of the message or act that told of it
     */
    record CauseOut(String kind, String at, String source) {

        static CauseOut of(SafetyHold.Cause cause) {
            return new CauseOut(cause.kind().name(), ApiTime.of(cause.at()), cause.source());
        }
    }

    /** Empty if nobody fears anything. */
    static Optional<SafetyOut> of(Lead lead) {
        SafetyHold hold = lead.work().safety();
        return hold.since()
                .map(since -> new SafetyOut(
                        ApiTime.of(since),
                        hold.pending().stream().map(CauseOut::of).toList(),
                        lead.takenBy().map(CoordinatorId::value)));
    }
}
