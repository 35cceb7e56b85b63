package org.careline.routing;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;

/**
 * What the files say about one second: whether the clinic is open, and who is on shift. Nothing in them is finer than a
 * minute, so all calls of a second share it.
 *
 * @param second since the epoch
 * @param onShift by position
 */
record StaffAtSecond(long second, Opening opening, BitSet onShift) {

    static StaffAtSecond at(Instant now, OpeningHours hours, Roster roster, List<Coordinator> coordinators) {
        BitSet onShift = new BitSet();
        for (int position = 0; position < coordinators.size(); position++) {
            onShift.set(position, roster.onShift(coordinators.get(position), now));
        }
        return new StaffAtSecond(now.getEpochSecond(), Opening.at(hours, now), onShift);
    }

    boolean covers(Instant now) {
        return second == now.getEpochSecond();
    }
}
