package org.careline.waiting;

import java.time.Clock;
import org.careline.routing.CallPlan;
import org.careline.settings.ClinicNumbers;
import org.careline.snapshot.CallActivity;
import org.careline.snapshot.RingPlans;
import org.careline.staff.OpeningHours;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The line, its desks, and what this node knows of it. */
@Configuration(proxyBeanMethods = false)
class WaitingConfiguration {

    @Bean
    WaitingLine waitingLine(MongoTemplate store, Clock clock) {
        return new MongoWaitingLine(
                store,
                new MongoGuardedStore<>(store, StoredWaiting.CALLS, WaitingCall.class, clock, MongoWaitingLine.BUDGET));
    }

    @Bean
    CallActivity callActivity(WaitingLine line, OpeningHours hours, CallPlan rules, Clock clock) {
        return new LineActivity(line, hours, rules.wrapUp(), clock);
    }

    @Bean
    LineDesk lineDesk(WaitingLine line, LineRules rules, Clock clock) {
        return new LineDesk(line, rules, clock);
    }

    @Bean
    LegDesk legDesk(WaitingLine line, Clock clock) {
        return new LegDesk(line, clock);
    }

    @Bean
    LineDecisions lineDecisions(LineRules rules) {
        return new LineDecisions(rules);
    }

    @Bean
    LineCandidates lineCandidates(RingPlans plans, ClinicNumbers numbers) {
        return new LineCandidates(plans, numbers);
    }

    @Bean
    LineHealth lineHealth(Clock clock) {
        return new LineHealth(clock);
    }

    @Bean
    LineTalks lineTalks() {
        return new LineTalks();
    }

    @Bean
    PendingExits lineExits(Clock clock) {
        return new PendingExits(clock);
    }
}
