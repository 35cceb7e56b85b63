package org.careline.intake;

import java.time.Clock;
import java.util.List;
import org.careline.assignment.Charges;
import org.careline.assignment.Rotations;
import org.careline.inbox.InquiryStore;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.store.GuardedStore;

/** The kinds of documents that intake reads and writes, as a worker of the simulation sees them. */
record IntakeStores(
        InquiryStore inquiries,
        GuardedStore<SourceId, Touch> touches,
        GuardedStore<LeadId, Lead> leads,
        GuardedStore<String, ContactPointEntry> points,
        Rotations rotations,
        Charges charges) {

    BatchReader reader(Clock clock) {
        return new BatchReader(touches, leads, new LeadsReader(leads, points), rotations, clock);
    }

    BatchWriter writer() {
        return new BatchWriter(steps());
    }

    List<WriteStep<?>> steps() {
        WriteSteps steps = new WriteSteps();
        return List.of(
                steps.touchStep(touches),
                steps.chargeStep(charges),
                steps.frozenLeadStep(leads),
                steps.leadStep(leads),
                steps.confirmStep(charges),
                steps.pointStep(points),
                steps.inquiryStep(inquiries));
    }
}
