package org.careline.assignment;

import java.time.Clock;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.Act;
import org.careline.lead.ActId;
import org.careline.lead.Lead;
import org.careline.lead.LeadDesk;
import org.careline.lead.LeadId;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;

/** Assignment behind a door that is tested: with workloads of its own in memory. */
public final class AssignmentAtADoor {

    private AssignmentAtADoor() {}

    /** Leads of its own, none so far. */
    public static LeadDesk leads() {
        Stage stage = new Stage(0, false);
        SimulatedStore<LeadId, Lead> leads =
                new SimulatedStore<>("leads", stage, new Weather(), (before, after, how) -> {});
        SimulatedStore<ActId, Act> acts =
                new SimulatedStore<>("acts", stage, new Weather(), (before, after, how) -> {});
        return new LeadDesk(leads, acts);
    }

    public static AssignmentDesk desk(LeadDesk leads, Roster roster, PresenceBook presence, Clock clock) {
        SimulatedWorkloads workloads =
                new SimulatedWorkloads(new Stage(0, false), new Weather(), (before, after, how) -> {}, false);
        return new AssignmentDesk(leads, new Pools(roster, presence, workloads, clock), new Charges(workloads), clock);
    }
}
