package org.careline.assignment;

import java.time.Clock;
import java.util.List;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadRounds;
import org.careline.lead.LeadWrites;
import org.careline.staff.Alarms;
import org.careline.staff.OpeningHours;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;
import org.careline.staff.Waker;
import org.careline.staff.WakingDesk;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who takes part in giving leads to coordinators. */
@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

    @Bean
    WorkloadStore workloads(MongoTemplate store, Clock clock) {
        return new MongoWorkloads(store, clock);
    }

    @Bean
    Rotations rotations(Roster roster, PresenceBook presence, WorkloadStore workloads, Clock clock) {
        return new Rotations(roster, presence, workloads, clock);
    }

    @Bean
    Charges charges(WorkloadStore workloads) {
        return new Charges(workloads);
    }

    @Bean
    AssignmentDesk assignmentDesk(
            LeadBook leads, LeadWrites writes, Rotations rotations, Charges charges, Clock clock) {
        return new AssignmentDesk(leads, writes, rotations, charges, clock);
    }

    @Bean
    WorkloadSettling workloadSettling(
            WorkloadStore workloads,
            Rotations rotations,
            LeadBook leads,
            LeadRounds rounds,
            Roster roster,
            Clock clock) {
        return new WorkloadSettling(workloads, rotations, leads, rounds, roster, clock);
    }

    @Bean
    WaitingLeads waitingLeads(
            LeadRounds rounds,
            LeadWrites leads,
            Rotations rotations,
            Charges charges,
            Roster roster,
            PresenceBook presence,
            OpeningHours hours,
            Alarms alarms) {
        return new WaitingLeads(rounds, leads, rotations, charges, roster, presence, hours, alarms);
    }

    @Bean
    WakingDesk wakingDesk(AssignmentDesk desk) {
        return new SafetyDesk(desk);
    }

    @Bean
    SafetyWatch safetyWatch(
            LeadRounds rounds, MongoTemplate store, Roster roster, Alarms alarms, List<Waker> wakers, Clock clock) {
        return new SafetyWatch(
                rounds,
                new MongoGuardedStore<>(store, "safetyAlarms", SafetyAlarm.class, clock),
                roster,
                alarms,
                wakers,
                clock);
    }

    @Bean
    AssignmentSweep assignmentSweep(WorkloadSettling settling, WaitingLeads waiting) {
        return new AssignmentSweep(settling, waiting);
    }
}
