package org.careline.staff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;

/** Who works for the clinic, and when they are on shift by the plan. Pure; safe for any number of threads. */
public interface Roster {

    /**
     * @param zone by whose clock shifts are worked
     */
    static Roster of(ClinicCoordinators staff, ZoneId zone) {
        return new ClinicRoster(staff, zone);
    }

    /** In the order of the file. */
    List<Coordinator> coordinators();

    /** Who is woken for safety when nobody is on shift, or nobody takes somebody in danger: the first first. */
    default List<Coordinator> onCall() {
        return coordinators();
    }

    Burst burst();

    Optional<Coordinator> find(CoordinatorId id);

    boolean onShift(Coordinator coordinator, Instant when);

    /** The last end of a shift not after {@code when}; empty if on shift then, or none within a week. */
    Optional<Instant> offShiftSince(Coordinator coordinator, Instant when);
}
