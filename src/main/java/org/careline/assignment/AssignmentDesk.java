package org.careline.assignment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.careline.assignment.Rotation.Decided;
import org.careline.contact.Language;
import org.careline.lead.ActId;
import org.careline.lead.Acting;
import org.careline.lead.Assignment;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.lead.LeadWrites.Changed;
import org.careline.lead.LeadsById;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Tries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people can do about who owns a lead. */
@Component
public final class AssignmentDesk {

    private final LeadsById leads;
    private final LeadWrites writes;
    private final Rotations rotations;
    private final Charges charges;
    private final Clock clock;

    AssignmentDesk(LeadsById leads, LeadWrites writes, Rotations rotations, Charges charges, Clock clock) {
        this.leads = leads;
        this.writes = writes;
        this.rotations = rotations;
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
    public Changed claim(LeadId id, Actor.Worker by) {
        Changed changed = take(id, by, lead -> lead.open() && (lead.owner() == null || lead.waitsInDanger()));
        return changed instanceof Changed.Declined shown
                        && shown.lead().open()
                        && shown.lead().ownership().isWith(by.coordinator())
                ? new Changed.Written(shown.lead())
                : changed;
    }

    /**
     * Takes somebody in danger whom nobody has taken yet, whoever they were given to.
     *
     * @param by a coordinator of the roster
     * @return whether they have them now; not if somebody else took them, or nobody fears for them any more
     */
    boolean takeFromDanger(LeadId id, Actor.Worker by) {
        Changed changed = take(id, by, Lead::waitsInDanger);
        return changed instanceof Changed.Written
                || (changed instanceof Changed.Declined shown
                        && shown.lead().takenBy().equals(Optional.of(by.coordinator())));
    }

    /**
     * Charges whoever takes the lead, then writes it, and takes the charge back if the lead went elsewhere. If it has become
     * another meanwhile, so that the charge is not for it, all is done anew.
     */
    private Changed take(LeadId id, Actor.Worker by, Predicate<Lead> free) {
        Acting acting = new Acting(ActId.fresh(), by, clock.instant());
        return Tries.untilHeld("take a lead", () -> {
            Optional<AssignmentRequest> request = leads.root(id, by)
                    .filter(free)
                    .filter(lead -> !lead.ownership().isWith(by.coordinator()))
                    .map(AssignmentRequest::of);
            Optional<Assignment> charged = request.flatMap(asked -> charged(asked, by.coordinator()));
            Changed changed = writes.change(
                    id,
                    by,
                    lead -> Optional.of(lead)
                            .filter(free)
                            .flatMap(one -> given(one, by.coordinator(), request, charged))
                            .map(one -> one.after(CoordinatorAct.claim(acting, one.id()))));
            if (changed instanceof Changed.Declined shown) {
                Lead now = shown.lead();
                charged.filter(decision -> !now.ownership().keeps(decision))
                        .flatMap(decision -> request)
                        .ifPresent(asked -> charges.giveBack(by.coordinator(), asked));
                boolean another = request.filter(asked -> asked.isFor(now)).isEmpty();
                return free.test(now) && another ? Optional.empty() : Optional.of(changed);
            }
            return Optional.of(changed);
        });
    }

    /** Theirs already, or given to them by a decision about this very lead. */
    private static Optional<Lead> given(
            Lead lead, CoordinatorId by, Optional<AssignmentRequest> request, Optional<Assignment> charged) {
        Optional<Assignment> theirs = request.filter(asked -> asked.isFor(lead)).flatMap(asked -> charged);
        return lead.ownership().isWith(by) ? Optional.of(lead) : theirs.map(lead::decided);
    }

    /** Somebody else may be giving them leads at the same time. Empty if this is no coordinator. */
    private Optional<Assignment> charged(AssignmentRequest request, CoordinatorId by) {
        return Tries.untilHeld("charge a claim", () -> {
            Rotation rotation = rotations.read();
            Optional<Decided> decided = rotation.claimed(request, by);
            List<Grant> given = decided.flatMap(Decided::grant).stream().toList();
            boolean held = given.isEmpty() || charges.charge(rotation, given).contains(by);
            return held ? Optional.of(decided.map(Decided::assignment)) : Optional.empty();
        });
    }

    /**
     * Who would get the next leads, one after the other, as things are now. Nothing is written.
     *
     * @param language what their people wish to speak; null if they do not say
     */
    public List<Assignment> next(int count, @Nullable Language language) {
        return new Forecast(rotations.read()).next(count, language);
    }
}
