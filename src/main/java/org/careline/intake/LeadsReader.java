package org.careline.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadsById;
import org.careline.lead.Related;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.matching.LeadsInView;
import org.careline.store.GuardedStore;
import org.springframework.stereotype.Component;

/**
 * Reads the leads that inquiries may belong to: those that their contact points and touches lead to, up to their roots, and for
 * a closed one its own points with their leads and the leads linked with it.
 */
@Component
final class LeadsReader {

    private final LeadsById leads;
    private final GuardedStore<String, ContactPointEntry> points;

    LeadsReader(LeadsById leads, GuardedStore<String, ContactPointEntry> points) {
        this.leads = leads;
        this.points = points;
    }

    LeadsInView read(Set<ContactPoint> given, Collection<Touch> touches) {
        Map<ContactPoint, ContactPointEntry> entries = new HashMap<>(entries(given));
        Map<LeadId, Lead> found = new HashMap<>();
        load(
                Stream.concat(pointedAt(entries), touches.stream().map(Touch::leadId))
                        .collect(toSet()),
                found);
        List<Lead> closed = closed(found.values());
        if (!closed.isEmpty()) {
            entries.putAll(entries(pointsOf(closed)
                    .filter(point -> !entries.containsKey(point))
                    .collect(toSet())));
            load(Stream.concat(pointedAt(entries), linkedWith(closed)).collect(toSet()), found);
        }
        return new LeadsInView(entries, found);
    }

    private Map<ContactPoint, ContactPointEntry> entries(Set<ContactPoint> wanted) {
        Set<String> keys = wanted.stream().map(ContactPoint::key).collect(toSet());
        return points.find(keys).values().stream().collect(toMap(ContactPointEntry::point, entry -> entry));
    }

    private static List<Lead> closed(Collection<Lead> all) {
        return all.stream().filter(lead -> lead.closing() != null).toList();
    }

    private static Stream<LeadId> pointedAt(Map<ContactPoint, ContactPointEntry> entries) {
        return entries.values().stream().flatMap(entry -> entry.leads().stream());
    }

    private static Stream<ContactPoint> pointsOf(List<Lead> all) {
        return all.stream().flatMap(lead -> lead.person().points().stream());
    }

    private static Stream<LeadId> linkedWith(List<Lead> all) {
        return all.stream().flatMap(lead -> lead.related().stream()).map(Related::id);
    }

    private void load(Set<LeadId> wanted, Map<LeadId, Lead> found) {
        Set<LeadId> tried = new HashSet<>(found.keySet());
        Set<LeadId> missing = new TreeSet<>(wanted);
        missing.removeAll(tried);
        while (!missing.isEmpty()) {
            tried.addAll(missing);
            found.putAll(leads.stored(missing, IntakeFlow.RULE));
            missing = found.values().stream()
                    .flatMap(lead -> lead.merge().winner().stream())
                    .filter(above -> !tried.contains(above))
                    .collect(toSet());
        }
    }

    /** The part of what was read that an inquiry with these points and this touch can change. */
    static LeadsInView part(Set<ContactPoint> given, Optional<Touch> touch, LeadsInView all) {
        Map<ContactPoint, ContactPointEntry> entries = new HashMap<>();
        Map<LeadId, Lead> found = new HashMap<>();
        touch.ifPresent(known -> add(known.leadId(), all, found));
        addPoints(given, all, entries, found);
        List<Lead> closed = closed(found.values());
        addPoints(pointsOf(closed).collect(toSet()), all, entries, found);
        linkedWith(closed).forEach(id -> add(id, all, found));
        return new LeadsInView(entries, found);
    }

    private static void addPoints(
            Set<ContactPoint> met,
            LeadsInView all,
            Map<ContactPoint, ContactPointEntry> entries,
            Map<LeadId, Lead> found) {
        for (ContactPoint point : met) {
            ContactPointEntry entry = all.point(point);
            entries.put(point, entry);
            entry.leads().forEach(id -> add(id, all, found));
        }
    }

    private static void add(LeadId id, LeadsInView all, Map<LeadId, Lead> found) {
        all.upTo(id).forEach(lead -> found.put(lead.id(), lead));
    }
}
