package org.careline.routing;

import java.util.List;
import java.util.Map;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;

/**
 * What coordinators said of themselves, whose turn it is, and what they do on the phone.
 *
 * @param presence one who is missing is here by roster
 * @param turns who comes first in the pool; those who are missing come last, in the order of the file
 */
public record Staffing(Map<CoordinatorId, Presence> presence, List<CoordinatorId> turns, PhoneActivity activity) {

    /** Everybody here by roster, in the order of the file. */
    public static final Staffing BY_FILE = new Staffing(Map.of(), List.of(), PhoneActivity.NONE);

    public Staffing {
        presence = Map.copyOf(presence);
        turns = List.copyOf(turns);
    }

    /** The same with other presence. */
    public Staffing with(Map<CoordinatorId, Presence> said) {
        return new Staffing(said, turns, activity);
    }

    /** The same with other turns. */
    public Staffing with(List<CoordinatorId> order) {
        return new Staffing(presence, order, activity);
    }

    /** The same with another activity. */
    public Staffing with(PhoneActivity seen) {
        return new Staffing(presence, turns, seen);
    }

    int turn(CoordinatorId coordinator) {
        int turn = turns.indexOf(coordinator);
        return turn < 0 ? turns.size() : turn;
    }
}
