package org.careline.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadRounds;
import org.careline.lead.WrittenLead;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Page;

/** The questions that assignment asks of leads in memory. */
final class SimulatedRounds implements LeadRounds {

    private final Supplier<Collection<Lead>> leads;

    SimulatedRounds(Supplier<Collection<Lead>> leads) {
        this.leads = leads;
    }

    private Stream<Lead> open() {
        return leads.get().stream().filter(Lead::open);
    }

    @Override
    public List<Lead> openOf(CoordinatorId owner, Page page, Actor reader) {
        return open().filter(lead -> owner.equals(lead.owner()))
                .limit(page.limit())
                .toList();
    }

    @Override
    public Set<LeadId> openIdsOf(CoordinatorId owner, int limit, Actor reader) {
        return openOf(owner, Page.first(limit), reader).stream().map(Lead::id).collect(Collectors.toSet());
    }

    @Override
    public List<Lead> unowned(Page page, Actor reader) {
        return open().filter(lead -> lead.unowned() != null)
                .filter(lead -> place(lead).compareTo(page.after().orElse("")) > 0)
                .sorted(Comparator.comparing(SimulatedRounds::place))
                .limit(page.limit())
                .toList();
    }

    private static String place(Lead lead) {
        return Objects.requireNonNull(lead.unowned());
    }

    @Override
    public List<Lead> held(int limit, Actor reader) {
        return open().filter(lead -> lead.work().safetyHold()).limit(limit).toList();
    }

    @Override
    public List<Lead> waking(Instant now, int limit, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WrittenLead> writtenSince(Instant since, int limit, Actor reader) {
        throw new UnsupportedOperationException();
    }
}
