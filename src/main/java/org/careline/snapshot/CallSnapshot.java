package org.careline.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.Language;
import org.careline.routing.KnownCaller;
import org.careline.routing.PhoneActivity;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.routing.Staffing;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
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
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Staffing staffing = Staffing.BY_FILE;

    CallSnapshot(RingPlanner planner, OwnersByPhone owners, CallTime time) {
        this.planner = planner;
        this.owners = owners;
        this.time = time;
    }

    @Override
    public RingPlan planFor(CallerIdentity caller, Set<String> skills, @Nullable Language language) {
        asked.set(true);
        KnownCaller known = caller instanceof Known one ? owners.find(one.number()) : KnownCaller.UNKNOWN;
        KnownCaller needing = known.needing(skills);
        return planner.plan(language == null ? needing : needing.speaking(language), staffing, time.now());
    }

    /** Whether a call was planned since this was asked last. */
    boolean wasAsked() {
        return asked.getAndSet(false);
    }

    /** Reads who is here. */
    void readPresence(PresenceBook presence) {
        Map<CoordinatorId, Presence> said = presence.all();
        change(now -> now.with(said));
    }

    /** Takes whose turn it is, first first; whether that is news. */
    boolean take(List<CoordinatorId> turns) {
        return change(now -> now.with(turns));
    }

    /** Takes what coordinators do on the phone; whether that is news. */
    boolean take(PhoneActivity activity) {
        return change(now -> now.with(activity));
    }

    private synchronized boolean change(UnaryOperator<Staffing> change) {
        Staffing before = staffing;
        staffing = change.apply(before);
        return !staffing.equals(before);
    }
}
