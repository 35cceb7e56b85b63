package org.careline.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Page;
import org.careline.store.StoreUnavailable;

/** A store of leads that can only be asked for what was written. */
final class WrittenLeads implements LeadRounds {

    final List<WrittenLead> written = new ArrayList<>();
    final List<Instant> asked = new ArrayList<>();
    int answersUntilDown = Integer.MAX_VALUE;

    void write(Lead lead, Instant at) {
        written.removeIf(before -> before.id().equals(lead.id()));
        written.add(WrittenLead.of(lead, at));
    }

    @Override
    public List<WrittenLead> writtenSince(Instant since, int limit, Actor reader) {
        if (answersUntilDown-- <= 0) {
            throw new StoreUnavailable("read what was written");
        }
        asked.add(since);
        return written.stream()
                .filter(one -> !one.at().isBefore(since))
                .sorted(Comparator.comparing(WrittenLead::at))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Lead> openOf(CoordinatorId owner, Page page, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<LeadId> openIdsOf(CoordinatorId owner, int limit, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> unowned(Page page, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> held(int limit, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lead> waking(Instant now, int limit, Actor reader) {
        throw new UnsupportedOperationException();
    }
}
