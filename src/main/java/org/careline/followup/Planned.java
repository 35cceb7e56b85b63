package org.careline.followup;

import java.time.Instant;
import org.careline.lead.Explanation;

/** What a cadence says about the next attempt to reach somebody. */
public sealed interface Planned {

    Explanation why();

    /**
     * There is one.
     *
     * @param dueAt when it is due
     * @param cadence the plan's name
     * @param number which attempt it is, counted from 1
     * @param total how many the cadence has
     */
    record Attempt(Instant dueAt, String cadence, int number, int total, Explanation why) implements Planned {}

    /**
     * There is none: all were made, or the clinic has no such cadence any more.
     *
     * @param attempts how many were made
     */
    record Exhausted(String cadence, int attempts, Explanation why) implements Planned {}
}
