package org.careline.telephony;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.careline.staff.CoordinatorId;

/**
 * Coordinators whose phones the network did not reach, until people are told. A caller waits for the next ring meanwhile, so
 * the telling is somebody else's turn.
 */
final class UnreachablePhones {

    private final Set<CoordinatorId> untold = ConcurrentHashMap.newKeySet();
    private final Alarms alarms;

    UnreachablePhones(Alarms alarms) {
        this.alarms = alarms;
    }

    void add(CoordinatorId coordinator) {
        untold.add(coordinator);
    }

    /** Raises an alarm for each; one that fails is told the next time. */
    void tell() {
        untold.removeIf(coordinator -> {
            alarms.raise(Kind.PHONE_UNREACHABLE, coordinator.value());
            return true;
        });
    }
}
