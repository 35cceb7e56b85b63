package org.careline.waiting;

import java.time.Duration;
import java.util.List;
import org.careline.staff.CoordinatorId;

/**
 * Who may be rung for somebody who waits, as the rules say now.
 *
 * @param order whom, the first one first, whether or not they were rung already
 * @param schedule from when on the first, the second … phone may ring, counted from the beginning of the waiting
 */
record Candidates(List<CoordinatorId> order, List<Duration> schedule) {

    static final Candidates NOBODY = new Candidates(List.of(), List.of());

    Candidates {
        order = List.copyOf(order);
        schedule = List.copyOf(schedule);
    }

    /** How many phones may have been rung after this time. */
    int due(Duration waited) {
        return (int)
                schedule.stream().filter(after -> after.compareTo(waited) <= 0).count();
    }
}
