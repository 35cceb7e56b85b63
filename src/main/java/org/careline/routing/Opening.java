package org.careline.routing;

import java.time.Instant;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.OpeningHours;

/**
 * Whether the clinic is open at a time.
 *
 * @param holiday the name of the holiday for which it is closed; empty otherwise
 */
public record Opening(State state, String holiday) {

    /** As at any hour at which somebody is here. */
    public static final Opening OPEN = new Opening(State.OPEN, "");

    /** What a caller meets. */
    public enum State {
        OPEN,
        CLOSED,
        /** Closed on a holiday; one with hours of its own is open in them. */
        HOLIDAY
    }

    static Opening at(OpeningHours hours, Instant now) {
        if (hours.openAt(now)) {
            return OPEN;
        }
        return hours.holiday(now)
                .map(Holiday::name)
                .map(name -> new Opening(State.HOLIDAY, name))
                .orElseGet(() -> new Opening(State.CLOSED, ""));
    }

    boolean open() {
        return state == State.OPEN;
    }
}
