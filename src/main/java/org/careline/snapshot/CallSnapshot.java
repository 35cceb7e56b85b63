package org.careline.snapshot;

import java.time.Clock;
import java.util.List;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.routing.Caller;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.routing.Staffing;
import org.careline.staff.CoordinatorId;
import org.careline.staff.PresenceBook;

/**
 * The snapshot: each part is as new as its last look into the store. Presence and turns that were never read are those of a
 * clinic where nobody has said or got anything; presence ends by itself, so an old one does no harm for long.
 */
final class CallSnapshot implements RingPlans {

    private final RingPlanner planner;
    private final OwnersByPhone owners;
    private final Clock clock;
    private volatile Staffing staffing = Staffing.BY_FILE;

    CallSnapshot(RingPlanner planner, OwnersByPhone owners, Clock clock) {
        this.planner = planner;
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    public RingPlan planFor(CallerIdentity caller) {
        Caller known = caller instanceof Known one ? owners.find(one.number()) : Caller.UNKNOWN;
        return planner.plan(known, staffing, clock.instant());
    }

    /** Reads who is here. */
    void readPresence(PresenceBook presence) {
        staffing = new Staffing(presence.all(), staffing.turns());
    }

    /** Takes whose turn it is, first first. */
    void take(List<CoordinatorId> turns) {
        staffing = new Staffing(staffing.presence(), turns);
    }
}
