package org.careline.intake.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Stage;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Page;

/** The leads of the bench. */
final class BenchBook implements LeadBook {

    private final SimulatedClinic clinic;

    BenchBook(SimulatedClinic clinic) {
        this.clinic = clinic;
    }

    @Override
    public Optional<LeadWithHistory> find(LeadId id, Actor reader) {
        return Optional.ofNullable(clinic.leads.now(id)).map(lead -> new LeadWithHistory(lead, List.of(), List.of()));
    }

    @Override
    public Map<LeadId, Lead> stored(Collection<LeadId> ids, Actor reader) {
        return clinic.leads.find(ids);
    }

    @Override
    public List<Lead> living(Collection<LeadId> ids, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> byAge(Optional<Stage> stage, Page page, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> queue(Page page, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> byOwner(CoordinatorId owner, Optional<Stage> stage, Page page, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long withoutNextAction() {
        throw new UnsupportedOperationException();
    }
}
