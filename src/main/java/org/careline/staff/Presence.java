package org.careline.staff;

import java.time.Instant;
import org.careline.store.Revised;

/**
 * What a coordinator said of themselves. It is a lease: after {@code until} it says nothing any more, and the roster alone
 * counts.
 *
 * @param since when the state was taken
 * @param until when it ends by itself
 */
public record Presence(CoordinatorId id, long rev, State state, Instant since, Instant until)
        implements Revised<CoordinatorId> {

    /** A state as the API names it, in lower case. */
    public enum State {
        HERE,
        AWAY,
        PAUSED
    }

    /** The state that counts at that time. */
    public State at(Instant now) {
        return now.isBefore(until) ? state : State.HERE;
    }
}
