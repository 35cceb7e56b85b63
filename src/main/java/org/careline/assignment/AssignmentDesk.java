package org.careline.assignment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careline.assignment.Pool.Decided;
import org.careline.lead.Act;
import org.careline.lead.ActId;
import org.careline.lead.Assignment;
import org.careline.lead.Lead;
import org.careline.lead.LeadDesk;
import org.careline.lead.LeadDesk.Changed;
import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** What people can do about who owns a lead. */
public final class AssignmentDesk {

    private static final int TRIES = 8;

    private final LeadDesk leads;
    private final Pools pools;
    private final Charges charges;
    private final Clock clock;

    AssignmentDesk(LeadDesk leads, Pools pools, Charges charges, Clock clock) {
        this.leads = leads;
        this.pools = pools;
        this.charges = charges;
        this.clock = clock;
    }

    /**
     * Takes a lead. It is written only while nobody owns it, or while it waits in danger: then whoever takes it has it, whoever
     * it was given to. A claim of the owner changes nothing otherwise, and is granted.
     *
     * @param by a coordinator of the roster
     * @return declined if somebody else owns the lead, or it is closed
     */
    public Changed claim(LeadId id, CoordinatorId by) {
        Changed changed = leads.change(
                id,
                lead -> lead.open() && (lead.owner() == null || lead.waitsInDanger())
                        ? taken(lead, by)
                        : Optional.empty());
        return changed instanceof Changed.Declined shown
                        && shown.lead().open()
                        && by.equals(shown.lead().owner())
                ? new Changed.Written(shown.lead())
                : changed;
    }

    /**
     * Takes somebody in danger whom nobody has taken yet, whoever they were given to.
     *
     * @param by a coordinator of the roster
     * @return whether they have them now; not if somebody else took them, or nobody fears for them any more
     */
    boolean takeFromDanger(LeadId id, CoordinatorId by) {
        Changed changed = leads.change(id, lead -> lead.waitsInDanger() ? taken(lead, by) : Optional.empty());
        return changed instanceof Changed.Written
                || (changed instanceof Changed.Declined shown
                        && shown.lead().takenBy().equals(Optional.of(by)));
    }

    private Optional<Lead> taken(Lead lead, CoordinatorId by) {
        boolean theirs = by.equals(lead.owner());
        Optional<Decided> decided = theirs ? Optional.empty() : charged(Need.of(lead), by);
        Act act = new Act(
                new ActId(UUID.randomUUID().toString()),
                0,
                lead.id(),
                clock.instant(),
                by,
                Act.What.CLAIM,
                null,
                null,
                null);
        return theirs
                ? Optional.of(lead.after(act))
                : decided.map(decision -> lead.decided(decision.assignment()).after(act));
    }

    /** Somebody else may be giving them leads at the same time. */
    private Optional<Decided> charged(Need need, CoordinatorId by) {
        for (int tries = 0; tries < TRIES; tries++) {
            Pool pool = pools.read();
            Optional<Decided> decided = pool.claimed(need, by);
            List<Given> given = decided.map(Decided::given).stream().toList();
            if (given.isEmpty() || charges.charge(pool, given).contains(by)) {
                return decided;
            }
        }
        throw new StoreUnavailable("charge a claim");
    }

    /**
     * Who would get the next leads, one after the other, as things are now. Nothing is written.
     *
     * @param language what their people wish to speak; null if they do not say
     */
    public List<Assignment> next(int count, @Nullable String language) {
        Pool pool = pools.read();
        List<Assignment> next = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            LeadId nobodys = new LeadId("%024x".formatted(number));
            Decided decided = pool.decide(new Need(nobodys, 1, language, null, false));
            next.add(decided.assignment());
            pool = decided.after();
        }
        return next;
    }
}
