package org.careline.staff;

import java.time.Duration;
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

    /** How long somebody is away who does not say how long. */
    static final Duration AWAY_LASTS = Duration.ofHours(8);

    /** How long somebody pauses who does not say how long. */
    static final Duration PAUSE_LASTS = Duration.ofMinutes(30);

    /** Nobody says more about themselves at once. */
    public static final Duration LONGEST = Duration.ofHours(24);

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
