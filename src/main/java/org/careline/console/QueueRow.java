package org.careline.console;

import java.util.Optional;
import org.careline.lead.Lead;
import org.careline.lead.Stage;
import org.careline.staff.CoordinatorId;

/**
 * A lead as the queue shows it.
 *
 * @param masked its phone or address, masked
 * @param since since when they wait for an answer, by the clinic's clock; empty if somebody has answered them
 * @param owner the owner's name; empty if nobody owns it
 * @param unowned why nobody owns it; empty if somebody does
 */
record QueueRow(
        String id,
        long rev,
        String name,
        String masked,
        Due due,
        String since,
        String owner,
        boolean mine,
        String unowned,
        String stage,
        String language) {

    static QueueRow of(Lead lead, CoordinatorId me, Due.Shown shown) {
        return new QueueRow(
                lead.id().value(),
                lead.rev(),
                Who.name(lead.person()),
                Who.masked(lead.person()),
                Due.of(lead, shown),
                lead.times().answered() || lead.times().untold().isPresent()
                        ? ""
                        : ClockTime.of(lead.times().lastInboundAt(), shown.now(), shown.zone()),
                lead.ownership().coordinator().map(shown.names()).orElse(""),
                me.equals(lead.owner()),
                Optional.ofNullable(lead.ownership().reason()).map(Labels::of).orElse(""),
                lead.stage() == Stage.NEW ? "" : Labels.of(lead.stage()),
                Labels.exception(lead.person().language()));
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "QueueRow[" + id + "]";
    }
}
