package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.careline.inbox.Arrivals;
import org.careline.inbox.InquiryState;
import org.careline.inbox.InquiryStatus;
import org.careline.intake.simulation.Bench;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.SourceId;
import org.careline.matching.ContactPointEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker is killed after so many writes of one form: touch, workload, lead, two contact points, inquiry. */
class DoneMeansReadableTests {

    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void whoeverIsToldDoneFindsTheLeadByItsIdAndByItsContactPoints(int writes) {
        SourceId form = bench.form("one", 0, "Maya Ortiz", Bench.P1, Bench.M1);
        Worker killed = bench.worker();
        bench.killedAfterWrites(writes, killed.decided());

        InquiryStatus status = status(form);

        Optional<Lead> lead = bench.clinic.leads.all().stream().findFirst();
        boolean findable = lead.isPresent()
                && lead.get().person().points().stream()
                        .allMatch(point ->
                                leadsOf(point.key()).contains(lead.get().id()));
        assertThat(status.state()).isEqualTo(findable ? InquiryState.DONE : InquiryState.ACCEPTED);
        assertThat(Optional.ofNullable(status.leadId()))
                .isEqualTo(lead.map(Lead::id).filter(id -> findable));
        bench.toRest();
        assertThat(status(form).state()).isEqualTo(InquiryState.DONE);
    }

    private Set<LeadId> leadsOf(String point) {
        return Optional.ofNullable(bench.clinic.points.now(point))
                .map(ContactPointEntry::leads)
                .orElse(Set.of());
    }

    private InquiryStatus status(SourceId id) {
        return bench.inquiryDesk().find(Arrivals.RECEIPTS.of(id)).orElseThrow();
    }
}
