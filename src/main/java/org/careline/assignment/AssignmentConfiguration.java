package org.careline.assignment;

import java.time.Clock;
import java.util.List;
import org.careline.lead.LeadRounds;
import org.careline.staff.Alarms;
import org.careline.staff.Roster;
import org.careline.staff.Waker;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who takes part in giving leads to coordinators. */
@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

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
}
