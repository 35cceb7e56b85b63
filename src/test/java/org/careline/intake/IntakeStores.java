package org.careline.intake;

import java.time.Clock;
import java.util.List;
import org.careline.assignment.Charges;
import org.careline.assignment.Rotations;
import org.careline.inbox.InquiryStore;
import org.careline.inbox.LeadSearch;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.store.GuardedStore;

/** The kinds of documents that intake reads and writes, as a worker of the simulation sees them. */
public record IntakeStores(
        InquiryStore inquiries,
        GuardedStore<SourceId, Touch> touches,
        GuardedStore<LeadId, Lead> leads,
        GuardedStore<String, ContactPointEntry> points,
        Rotations rotations,
        Charges charges) {

    /** Finds leads as the matcher does. */
    public LeadSearch search() {
        return new IndexedLeads(points);
    }

    BatchReader reader(Clock clock) {
        return new BatchReader(
                touches, writes(), new LeadsReader((ids, reader) -> leads.find(ids), points), rotations, clock);
    }

    BatchWriter writer() {
        return new BatchWriter(steps());
    }

    /** Intake does nothing in a coordinator's name. */
    LeadWrites writes() {
        return new LeadWrites(leads, new SimulatedStore<>("acts", new Stage(0, false), new Weather(), (a, b, c) -> {}));
    }

    List<WriteStep<?>> steps() {
        WriteSteps steps = new WriteSteps();
        return List.of(
                steps.touchStep(touches),
                steps.chargeStep(charges),
                steps.frozenLeadStep(writes()),
                steps.leadStep(writes()),
                steps.confirmStep(charges),
                steps.pointStep(points),
                steps.inquiryStep(inquiries));
    }
}
