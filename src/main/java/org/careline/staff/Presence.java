package org.careline.staff;

import java.time.Duration;
import java.time.Instant;
import org.careline.store.Versioned;

/**
 * What a coordinator said of themselves. It is a lease: after {@code until} it says nothing any more, and the roster alone
 * counts.
 *
 * @param since when the state was taken; saying it again does not change that
 * @param until when it ends by itself
 */
public record Presence(CoordinatorId id, long rev, State state, Instant since, Instant until)
        implements Versioned<CoordinatorId> {

    /** No state lasts longer: whoever forgot it is back at the same time of the next day. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** A state as the API names it, in lower case. */
    public enum State {
        HERE(Duration.ZERO),
        /** For the rest of a working day, unless they say for how long. */
        AWAY(Duration.ofHours(8)),
        /** For a break, unless they say for how long. */
        PAUSED(Duration.ofMinutes(30));

        private final Duration usual;

        State(Duration usual) {
            this.usual = usual;
        }

        /** How long it lasts by itself. */
        public Duration usual() {
            return usual;
        }
    }

    /** Whether a state can be taken for this long. */
    public static boolean canLast(Duration length) {
        return length.compareTo(Duration.ZERO) > 0 && length.compareTo(LONGEST) <= 0;
    }

    /** The state that counts at that time. */
    public State at(Instant now) {
        return now.isBefore(until) ? state : State.HERE;
    }

    /** Of one who says now that they are away. */
    public static Presence away(CoordinatorId id, Instant now) {
        return new Presence(id, 0, State.AWAY, now, now.plus(State.AWAY.usual()));
    }

    /** Of one who never said anything. */
    static Presence unsaid(CoordinatorId id) {
        return new Presence(id, 0, State.HERE, Instant.EPOCH, Instant.EPOCH);
    }

    /** What counts when they say this now. Being here needs no lease: it ends whatever else was said. */
    Presence saying(State said, Instant now, Duration length) {
        Duration lasts = said == State.HERE ? Duration.ZERO : length;
        boolean again = said == state && said == at(now);
        return new Presence(id, rev, said, again ? since : now, now.plus(lasts));
    }

    Presence stored() {
        return new Presence(id, rev + 1, state, since, until);
    }
}
