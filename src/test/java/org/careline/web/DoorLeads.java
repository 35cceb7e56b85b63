package org.careline.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.intake.simulation.Revisions;
import org.careline.lead.ActId;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadRounds;
import org.careline.lead.NextAction;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.lead.WrittenLead;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.Page;

/** The leads behind the doors, for those who change them or go on rounds. */
public final class DoorLeads implements GuardedStore<LeadId, Lead>, LeadRounds {

    private final DoorFakes behind;
    private final Clock clock;
    private final Map<LeadId, Instant> written = new ConcurrentHashMap<>();

    /** How often somebody asked what was written. */
    public final AtomicInteger asked = new AtomicInteger();

    DoorLeads(DoorFakes behind, Clock clock) {
        this.behind = behind;
        this.clock = clock;
    }

    @Override
    public Map<LeadId, Lead> find(Collection<LeadId> ids) {
        behind.answer();
        Map<LeadId, Lead> found = new HashMap<>(behind.leads);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized Set<LeadId> write(Collection<Lead> documents) {
        behind.answer();
        Set<LeadId> held = new HashSet<>();
        for (Lead document : documents) {
            Lead before = behind.leads.get(document.id());
            if (document.rev() == (before == null ? 0 : before.rev())) {
                behind.leads.put(document.id(), Revisions.next(document));
                written.put(document.id(), clock.instant());
                held.add(document.id());
            }
        }
        return held;
    }

    @Override
    public List<Lead> openOf(CoordinatorId owner, Page page, Actor reader) {
        return open(page, reader)
                .filter(lead -> owner.equals(lead.owner()))
                .limit(page.limit())
                .toList();
    }

    @Override
    public Set<LeadId> openIdsOf(CoordinatorId owner, int limit, Actor reader) {
        return openOf(owner, Page.first(limit), reader).stream().map(Lead::id).collect(Collectors.toSet());
    }

    @Override
    public List<Lead> unowned(Page page, Actor reader) {
        return open(page, reader)
                .filter(lead -> lead.owner() == null)
                .limit(page.limit())
                .toList();
    }

    @Override
    public List<Lead> held(int limit, Actor reader) {
        return open(Page.first(limit), reader)
                .filter(lead -> lead.work().safetyHold())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Lead> waking(Instant now, int limit, Actor reader) {
        return List.of();
    }

    @Override
    public List<WrittenLead> writtenSince(Instant since, int limit, Actor reader) {
        asked.incrementAndGet();
        behind.answer();
        return behind.leads.values().stream()
                .filter(lead -> !writtenAt(lead).isBefore(since))
                .map(lead -> WrittenLead.of(lead, writtenAt(lead)))
                .sorted(Comparator.comparing(WrittenLead::at))
                .limit(limit)
                .toList();
    }

    private Instant writtenAt(Lead lead) {
        return written.getOrDefault(lead.id(), Instant.EPOCH);
    }

    private Stream<Lead> open(Page page, Actor reader) {
        behind.answer();
        behind.readers.add(reader);
        return behind.leads.values().stream()
                .filter(Lead::open)
                .filter(lead -> place(lead).compareTo(page.after().orElse("")) > 0)
                .sorted(Comparator.comparing(DoorLeads::place));
    }

    private static String place(Lead lead) {
        NextAction next = lead.next();
        return next == null ? "" : next.place();
    }

    /** Touches, to be looked up. */
    record Touches(DoorFakes behind) implements GuardedStore<SourceId, Touch> {

        @Override
        public Map<SourceId, Touch> find(Collection<SourceId> ids) {
            behind.answer();
            Map<SourceId, Touch> found = new HashMap<>(behind.touches);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public Set<SourceId> write(Collection<Touch> documents) {
            throw new AssertionError("No door writes touches");
        }
    }

    /** What coordinators did, inserted once each. */
    record Acts(DoorFakes behind) implements GuardedStore<ActId, CoordinatorAct> {

        @Override
        public Map<ActId, CoordinatorAct> find(Collection<ActId> ids) {
            Map<ActId, CoordinatorAct> found = new HashMap<>(behind.acts);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public Set<ActId> write(Collection<CoordinatorAct> documents) {
            documents.forEach(act -> behind.acts.putIfAbsent(act.id(), act));
            return documents.stream().map(CoordinatorAct::id).collect(Collectors.toSet());
        }
    }
}
