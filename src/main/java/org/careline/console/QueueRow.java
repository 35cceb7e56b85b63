package org.careline.console;

import java.time.Instant;
import java.util.function.Function;
import org.careline.lead.Lead;
import org.careline.staff.CoordinatorId;

/**
 * A lead as the queue shows it.
 *
 * @param masked its phone or address, masked
 * @param owner the owner's name; empty if nobody owns it
 * @param unowned why nobody owns it; empty if somebody does
 */
record QueueRow(
        String id,
        long rev,
        String name,
        String masked,
        Due due,
        String owner,
        boolean mine,
        String unowned,
        String stage,
        String language) {

    static QueueRow of(Lead lead, CoordinatorId me, Function<CoordinatorId, String> names, Instant now) {
        return new QueueRow(
                lead.id().value(),
                lead.rev(),
                Who.name(lead.person()),
                Who.masked(lead.person()),
                Due.of(lead.next(), now),
                lead.owner() == null ? "" : names.apply(lead.owner()),
                me.equals(lead.owner()),
                lead.ownership().reason() == null
                        ? ""
                        : InWords.of(lead.ownership().reason()),
                InWords.of(lead.stage()),
                InWords.language(lead.person().language()));
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "QueueRow[" + id + "]";
    }
}
