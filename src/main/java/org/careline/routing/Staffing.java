package org.careline.routing;

import java.util.List;
import java.util.Map;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;

/**
 * What coordinators said of themselves, and whose turn it is.
 *
 * @param presence one who is missing is here by roster
 * @param turns who comes first in the pool; those who are missing come last, in the order of the file
 */
public record Staffing(Map<CoordinatorId, Presence> presence, List<CoordinatorId> turns) {

    /** Everybody here by roster, in the order of the file. */
    public static final Staffing BY_FILE = new Staffing(Map.of(), List.of());

    public Staffing {
        presence = Map.copyOf(presence);
        turns = List.copyOf(turns);
    }

    int turn(CoordinatorId coordinator) {
        int turn = turns.indexOf(coordinator);
        return turn < 0 ? turns.size() : turn;
    }
}
