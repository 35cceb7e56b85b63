package org.careline.snapshot;

import java.util.List;
import java.util.Set;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.routing.Activity;
import org.careline.routing.Caller;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.routing.Staffing;
import org.careline.staff.CoordinatorId;
import org.careline.staff.PresenceBook;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot: each part is as new as its last look into the store. Presence and turns that were never read are those of a
 * clinic where nobody has said or got anything; presence ends by itself, so an old one does no harm for long.
 */
final class CallSnapshot implements RingPlans {

    private final RingPlanner planner;
    private final OwnersByPhone owners;
    private final CallTime time;
    private volatile Staffing staffing = Staffing.BY_FILE;

    CallSnapshot(RingPlanner planner, OwnersByPhone owners, CallTime time) {
        this.planner = planner;
        this.owners = owners;
        this.time = time;
    }

    @Override
    public RingPlan planFor(CallerIdentity caller, Set<String> skills, @Nullable String language) {
        Caller known = caller instanceof Known one ? owners.find(one.number()) : Caller.UNKNOWN;
        Caller needing = known.needing(skills);
        return planner.plan(language == null ? needing : needing.speaking(language), staffing, time.now());
    }

    /** Reads who is here. */
    void readPresence(PresenceBook presence) {
        staffing = staffing.with(presence.all());
    }

    /** Takes whose turn it is, first first. */
    void take(List<CoordinatorId> turns) {
        staffing = staffing.with(turns);
    }

    /** Takes what coordinators do on the phone. */
    void take(Activity activity) {
        staffing = staffing.with(activity);
    }
}
