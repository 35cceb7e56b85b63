package org.careline.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.careline.inbox.KnownNumbers;
import org.careline.lead.HalfMerges;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadWrites;
import org.careline.node.DataFolder;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What of the flow is made from more than its own steps. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    IntakeLease intakeLease(MongoTemplate store, DataFolder data, Clock clock) {
        return new IntakeLease(
                new MongoGuardedStore<>(store, IntakeDocuments.LEASES, Lease.class, clock),
                () -> data.nodeId().value(),
                System::nanoTime);
    }

    @Bean
    JunkRules junkRules(KnownNumbers known) {
        return new JunkRules(known);
    }

    @Bean
    MergeSweep mergeSweep(HalfMerges halfMerges, LeadBook leads, LeadWrites writes, Clock clock) {
        return new MergeSweep(halfMerges, leads, writes, clock);
    }

    @Bean
    MeterBinder intakeGauges(WaitingInquiries waiting) {
        return meters -> Gauge.builder(
                        "careline.flow.lag", waiting, flow -> flow.lag().toMillis() / 1_000d)
                .baseUnit("seconds")
                .register(meters);
    }
}
