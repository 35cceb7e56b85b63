package org.careline.routing;

import java.util.Map;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;

/**
 * What coordinators said of themselves, and whose turn it is.
 *
 * @param presence one who is missing is here by roster
 * @param turns each coordinator's place in the pool: the lowest is rung first, one who is missing before them, equals in
 *     the order of the file
 */
public record Staffing(Map<CoordinatorId, Presence> presence, Map<CoordinatorId, Double> turns) {

    /** Everybody here by roster, in the order of the file. */
    public static final Staffing BY_FILE = new Staffing(Map.of(), Map.of());

    public Staffing {
        presence = Map.copyOf(presence);
        turns = Map.copyOf(turns);
    }

    double turn(CoordinatorId coordinator) {
        return turns.getOrDefault(coordinator, Double.NEGATIVE_INFINITY);
    }
}
