package org.careline.assignment;

import java.time.Clock;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.LeadWrites;
import org.careline.lead.LeadsById;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;

/** Assignment behind a door that is tested: with workloads of its own in memory. */
public final class AssignmentAtADoor {

    private AssignmentAtADoor() {}

    public static AssignmentDesk desk(
            LeadsById leads, LeadWrites writes, Roster roster, PresenceBook presence, Clock clock) {
        Stage stage = new Stage(0, false);
        SimulatedWorkloads workloads = new SimulatedWorkloads(stage, new Weather(), (before, after, how) -> {}, false);
        return new AssignmentDesk(
                leads, writes, new Rotations(roster, presence, workloads, clock), new Charges(workloads), clock);
    }
}
