package org.careline.intake.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careline.assignment.SimulatedAssignment;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.ActId;
import org.careline.lead.Action;
import org.careline.lead.CloseReason;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.DueItem;
import org.careline.lead.FollowUp;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites.Changed;
import org.careline.lead.SafetyHold;
import org.careline.lead.SourceId;
import org.careline.lead.Stage;
import org.careline.staff.CoordinatorId;
import org.careline.support.Actors;

/** A person at the console, who works from a page that may be stale. */
public final class Desk {

    private static final int READING = 12;
    private static final int TRIES = 3;

    private final SimulatedClinic clinic;

    private static final CoordinatorId SOMEBODY = new CoordinatorId(SimulatedAssignment.COORDINATORS.get(0));

    public Desk(SimulatedClinic clinic) {
        this.clinic = clinic;
    }

    /**
     * Closes a lead if it still is as the page showed it; on a merged one, the one that took it over. Of one that is held for
     * safety the hold is ended first.
     */
    void close(int pick, CloseReason reason) {
        List<Lead> living = clinic.living();
        if (living.isEmpty()) {
            return;
        }
        LeadId id = living.get(pick % living.size()).id();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Lead> shown = read(id);
            if (shown.isEmpty() || !shown.get().open()) {
                return;
            }
            think();
            boolean held = shown.get().work().safetyHold();
            Lead wanted = held
                    ? shown.get().safe(new SafetyHold.End(clinic.clock.instant(), SOMEBODY, "spoke with them"))
                    : shown.get().closed(reason, clinic.clock.instant());
            if (!clinic.leads.write(List.of(wanted)).isEmpty() && !held) {
                return;
            }
        }
    }

    void claim(int pick, String coordinator) {
        picked(pick).ifPresent(id -> clinic.assignment.desk().claim(id, Actors.person(coordinator)));
    }

    /** Nobody was reached: the next attempt is due in an hour. */
    void attempt(int pick, String coordinator) {
        picked(pick).ifPresent(id -> {
            List<CoordinatorAct> done = new ArrayList<>();
            Changed changed = clinic.assignment.leadWrites().change(id, Actors.person(coordinator), lead -> {
                think();
                return lead.open() ? Optional.of(attempted(lead, coordinator, done)) : Optional.empty();
            });
            if (changed instanceof Changed.Written) {
                clinic.checks.met(Mark.OUTCOME);
                clinic.ledger.did(done.get(done.size() - 1));
            }
        });
    }

    private Lead attempted(Lead lead, String coordinator, List<CoordinatorAct> done) {
        Instant now = clinic.clock.instant();
        CoordinatorAct act = new CoordinatorAct(
                new ActId("act-" + clinic.stage.step()),
                0,
                lead.id(),
                now,
                new CoordinatorId(coordinator),
                CoordinatorAct.What.OUTCOME,
                "NO_ANSWER",
                null,
                null);
        done.add(act);
        FollowUp followUp = new FollowUp("new-enquiry", lead.times().lastInboundAt(), 1);
        DueItem next = DueItem.of(Action.CALL, now.plus(Duration.ofHours(1)), Set.of());
        return lead.attempted(act, Stage.ATTEMPTING, followUp, next, false);
    }

    void comesOrGoes(String coordinator, boolean comes) {
        if (comes) {
            clinic.assignment.people.comes(coordinator);
        } else {
            clinic.assignment.people.goesHome(coordinator);
        }
    }

    private Optional<LeadId> picked(int pick) {
        List<Lead> living = clinic.living();
        return living.isEmpty()
                ? Optional.empty()
                : Optional.of(living.get(pick % living.size()).id());
    }

    private Optional<Lead> read(LeadId id) {
        Lead lead = clinic.leads.find(List.of(id)).get(id);
        while (lead != null && lead.merge().mergedInto() != null) {
            LeadId above = lead.merge().mergedInto();
            lead = clinic.leads.find(List.of(above)).get(above);
        }
        return Optional.ofNullable(lead);
    }

    private void think() {
        for (int passes = 0; passes < READING; passes++) {
            clinic.stage.pass();
        }
    }

    /** Sends a resting inquiry through the flow once more. */
    public void replay(SourceId id) {
        StoredInquiry stored = clinic.inquiries.find(List.of(id)).get(id);
        boolean rests = stored != null
                && switch (stored.progress()) {
                    case DONE, SUSPECT, UNPLACED, PARKED -> true;
                    case EARLY, WAITING, LIVE, REFUSED -> false;
                };
        if (stored != null && rests) {
            clinic.inquiries.write(List.of(stored.released(clinic.clock.instant())));
        }
    }
}
