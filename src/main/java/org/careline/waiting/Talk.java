package org.careline.waiting;

import java.time.Duration;
import java.time.Instant;
import org.careline.staff.CoordinatorId;

/** A talk that is over. */
public record Talk(CoordinatorId coordinator, Instant begun, Instant over) {

    public Duration length() {
        return Duration.between(begun, over);
    }
}
