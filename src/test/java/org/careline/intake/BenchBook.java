package org.careline.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Stage;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/** The leads of the bench. */
final class BenchBook implements LeadBook {

    private final SimulatedClinic clinic;

    BenchBook(SimulatedClinic clinic) {
        this.clinic = clinic;
    }

    @Override
    public Optional<LeadWithHistory> find(LeadId id) {
        return Optional.ofNullable(clinic.leads.now(id)).map(lead -> new LeadWithHistory(lead, List.of(), List.of()));
    }

    @Override
    public List<Lead> living(Collection<LeadId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> byAge(@Nullable Stage stage, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> queue(@Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> byOwner(CoordinatorId owner, @Nullable Stage stage, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long withoutNextAction() {
        throw new UnsupportedOperationException();
    }
}
