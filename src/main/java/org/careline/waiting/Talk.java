package org.careline.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.staff.CoordinatorId;

/**
 * A talk that is over.
 *
 * @param with who waited for it
 * @param leg the carrier's identity of the coordinator's leg; empty if it never became known
 */
public record Talk(WaitingId with, CoordinatorId coordinator, Optional<String> leg, Instant begun, Instant over) {

    /** It as the inbox is told of it. */
    public Fact fact() {
        return Conversation.fact(coordinator, begun, over, with.isBack());
    }

    Duration length() {
        return Duration.between(begun, over);
    }
}
