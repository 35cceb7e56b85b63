package org.careline.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.careline.assignment.Rotation;
import org.careline.contact.ContactPoint;
import org.careline.inbox.Inquiry;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Related;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.matching.LeadsInView;
import org.careline.matching.Merges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads everything that a batch needs, in a fixed small number of round trips: touches, contact points, leads up to their
 * roots, for a closed lead its own points and the leads linked with it, the touches once more, and the coordinators. These reads are no snapshot: an inquiry whose touch
 * moved meanwhile is left for the next batch, and so is one whose lead was merged into one not seen, or that meets another
 * of the batch at a lead.
 */
@Component
final class BatchReader {

    private final IntakeStores stores;
    private final Clock clock;

    BatchReader(IntakeStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * What was seen; empty after a half merge was met, for its repair comes first and changes what is to be seen.
     */
    List<Sighting> readAll(List<StoredInquiry> batch) {
        Set<SourceId> ids = batch.stream().map(StoredInquiry::id).collect(toSet());
        Map<SourceId, Touch> before = stores.touches().find(ids);
        LeadsInView view = view(batch, before.values());
        Map<SourceId, Touch> after = stores.touches().find(ids);
        if (repaired(view)) {
            return List.of();
        }
        Rotation rotation = stores.rotations().read();
        List<Sighting> seen = batch.stream()
                .filter(stored -> sameDecision(before.get(stored.id()), after.get(stored.id())))
                .flatMap(stored -> sighting(stored, after, view, rotation).stream())
                .toList();
        return apart(seen);
    }

    private LeadsInView view(List<StoredInquiry> batch, Collection<Touch> touches) {
        Map<ContactPoint, ContactPointEntry> points = new HashMap<>(entries(points(batch)));
        Map<LeadId, Lead> leads = new HashMap<>();
        load(
                Stream.concat(pointedAt(points), touches.stream().map(Touch::leadId))
                        .collect(toSet()),
                leads);
        List<Lead> closed =
                leads.values().stream().filter(lead -> lead.closing() != null).toList();
        if (!closed.isEmpty()) {
            points.putAll(entries(
                    pointsOf(closed).filter(point -> !points.containsKey(point)).collect(toSet())));
            load(Stream.concat(pointedAt(points), linkedWith(closed)).collect(toSet()), leads);
        }
        return new LeadsInView(points, leads);
    }

    private Map<ContactPoint, ContactPointEntry> entries(Set<ContactPoint> points) {
        Set<String> keys = points.stream().map(ContactPoint::key).collect(toSet());
        return stores.points().find(keys).values().stream().collect(toMap(ContactPointEntry::point, entry -> entry));
    }

    private static Set<ContactPoint> points(List<StoredInquiry> batch) {
        return batch.stream().flatMap(stored -> stored.points().stream()).collect(toSet());
    }

    private static Stream<LeadId> pointedAt(Map<ContactPoint, ContactPointEntry> points) {
        return points.values().stream().flatMap(point -> point.leads().stream());
    }

    private static Stream<ContactPoint> pointsOf(List<Lead> leads) {
        return leads.stream().flatMap(lead -> lead.person().points().stream());
    }

    private static Stream<LeadId> linkedWith(List<Lead> leads) {
        return leads.stream().flatMap(lead -> lead.related().stream()).map(Related::id);
    }

    private void load(Set<LeadId> wanted, Map<LeadId, Lead> leads) {
        Set<LeadId> tried = new HashSet<>(leads.keySet());
        Set<LeadId> missing = new TreeSet<>(wanted);
        missing.removeAll(tried);
        while (!missing.isEmpty()) {
            tried.addAll(missing);
            leads.putAll(stores.leads().find(missing));
            missing = leads.values().stream()
                    .flatMap(lead -> Stream.ofNullable(lead.merge().mergedInto()))
                    .filter(above -> !tried.contains(above))
                    .collect(toSet());
        }
    }

    private boolean repaired(LeadsInView view) {
        List<Lead> repairs = new ArrayList<>(view.leads().keySet().stream()
                .sorted()
                .flatMap(id -> Merges.repair(view.upTo(id), clock.instant()).stream())
                .collect(toMap(Lead::id, lead -> lead, (one, other) -> one))
                .values());
        if (!repairs.isEmpty()) {
            stores.leads().write(repairs);
        }
        return !repairs.isEmpty();
    }

    private static boolean sameDecision(@Nullable Touch before, @Nullable Touch after) {
        return Objects.equals(before == null ? null : before.leadId(), after == null ? null : after.leadId());
    }

    private Optional<Sighting> sighting(
            StoredInquiry stored, Map<SourceId, Touch> touches, LeadsInView all, Rotation rotation) {
        Inquiry inquiry = stored.inquiry();
        if (inquiry == null) {
            return Optional.empty();
        }
        Touch touch = touches.get(stored.id());
        LeadsInView part = part(stored.points(), touch, all);
        return part.whole()
                ? Optional.of(new Sighting(stored, inquiry, touch, part, rotation, clock.instant()))
                : Optional.empty();
    }

    /** The part of the view that this inquiry can touch. */
    private static LeadsInView part(Set<ContactPoint> given, @Nullable Touch touch, LeadsInView all) {
        Map<ContactPoint, ContactPointEntry> points = new HashMap<>();
        Map<LeadId, Lead> leads = new HashMap<>();
        Stream.ofNullable(touch)
                .flatMap(known -> all.upTo(known.leadId()).stream())
                .forEach(lead -> leads.put(lead.id(), lead));
        addPoints(given, all, points, leads);
        List<Lead> closed =
                leads.values().stream().filter(lead -> lead.closing() != null).toList();
        addPoints(pointsOf(closed).collect(toSet()), all, points, leads);
        linkedWith(closed).flatMap(id -> all.upTo(id).stream()).forEach(lead -> leads.put(lead.id(), lead));
        return new LeadsInView(points, leads);
    }

    private static void addPoints(
            Set<ContactPoint> met,
            LeadsInView all,
            Map<ContactPoint, ContactPointEntry> points,
            Map<LeadId, Lead> leads) {
        for (ContactPoint point : met) {
            ContactPointEntry entry = all.point(point);
            points.put(point, entry);
            entry.leads().stream().flatMap(id -> all.upTo(id).stream()).forEach(lead -> leads.put(lead.id(), lead));
        }
    }

    /** Those that meet no earlier one of the batch at a lead or a point. */
    private static List<Sighting> apart(List<Sighting> seen) {
        Set<Object> taken = new HashSet<>();
        List<Sighting> alone = new ArrayList<>();
        for (Sighting sighting : seen) {
            Set<Object> own = new HashSet<>(sighting.leads());
            own.addAll(sighting.view().points().keySet());
            if (own.stream().noneMatch(taken::contains)) {
                alone.add(sighting);
            }
            taken.addAll(own);
        }
        return alone;
    }
}
