package org.careline.assignment;

import java.time.Clock;
import org.careline.lead.Lead;
import org.careline.lead.LeadDesk;
import org.careline.lead.LeadId;
import org.careline.lead.LeadRounds;
import org.careline.staff.Alarms;
import org.careline.staff.OpeningHours;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;
import org.careline.store.GuardedStore;
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
    Pools pools(Roster roster, PresenceBook presence, WorkloadStore workloads, Clock clock) {
        return new Pools(roster, presence, workloads, clock);
    }

    @Bean
    Charges charges(WorkloadStore workloads) {
        return new Charges(workloads);
    }

    @Bean
    AssignmentDesk assignmentDesk(LeadDesk leads, Pools pools, Charges charges, Clock clock) {
        return new AssignmentDesk(leads, pools, charges, clock);
    }

    @Bean
    WorkloadSettling workloadSettling(
            WorkloadStore workloads,
            Pools pools,
            GuardedStore<LeadId, Lead> leads,
            LeadRounds rounds,
            Roster roster,
            Clock clock) {
        return new WorkloadSettling(workloads, pools, leads, rounds::openIdsOf, roster, clock);
    }

    @Bean
    WaitingLeads waitingLeads(
            LeadRounds rounds,
            GuardedStore<LeadId, Lead> leads,
            Pools pools,
            Charges charges,
            Roster roster,
            PresenceBook presence,
            OpeningHours hours,
            Alarms alarms) {
        return new WaitingLeads(rounds, leads, pools, charges, roster, presence, hours, alarms);
    }

    @Bean
    AssignmentSweep assignmentSweep(WorkloadSettling settling, WaitingLeads waiting) {
        return new AssignmentSweep(settling, waiting);
    }
}
