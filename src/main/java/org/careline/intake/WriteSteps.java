package org.careline.intake;

import org.careline.assignment.Charges;
import org.careline.inbox.InquiryStore;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Lead;
import org.careline.lead.LeadWrites;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.store.GuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where each kind of writes goes. What is decided beside these one day brings a bean of its own. */
@Configuration(proxyBeanMethods = false)
class WriteSteps {

    @Bean
    WriteStep<Touch> touchStep(GuardedStore<SourceId, Touch> touches) {
        return new StoreStep<>(WriteKind.TOUCHES, touches::write);
    }

    @Bean
    WriteStep<Charge> chargeStep(Charges charges) {
        return new ChargeStep(charges);
    }

    @Bean
    WriteStep<Lead> frozenLeadStep(LeadWrites leads) {
        return leadStep(WriteKind.FROZEN_LEADS, leads);
    }

    @Bean
    WriteStep<Lead> leadStep(LeadWrites leads) {
        return leadStep(WriteKind.LEADS, leads);
    }

    private static WriteStep<Lead> leadStep(WriteKind<Lead> kind, LeadWrites leads) {
        return new StoreStep<>(kind, all -> leads.write(all, IntakeFlow.RULE));
    }

    @Bean
    ConfirmStep confirmStep(Charges charges) {
        return new ConfirmStep(charges);
    }

    @Bean
    WriteStep<ContactPointEntry> pointStep(GuardedStore<String, ContactPointEntry> points) {
        return new StoreStep<>(WriteKind.POINTS, points::write);
    }

    @Bean
    WriteStep<StoredInquiry> inquiryStep(InquiryStore inquiries) {
        return new StoreStep<>(WriteKind.INQUIRIES, inquiries::write);
    }
}
