package org.careline.staff;

import java.time.Duration;
import java.util.Map;
import org.careline.staff.Presence.State;
import org.jspecify.annotations.Nullable;

/**
 * Who said that they are here, away or paused. Every method throws {@link org.careline.store.StoreUnavailable} if the store
 * does not answer in time.
 */
public interface PresenceBook {

    /** What each coordinator said last; one who never said anything is missing, and here by roster. */
    Map<CoordinatorId, Presence> all();

    /**
     * Takes what a coordinator says of themselves.
     *
     * @param state {@link State#HERE} ends whatever was said before
     * @param length how long it counts; null for as long as such a state lasts by itself
     * @throws IllegalArgumentException if a state {@linkplain Presence#canLast cannot last} so long
     */
    Presence say(CoordinatorId coordinator, State state, @Nullable Duration length);
}
