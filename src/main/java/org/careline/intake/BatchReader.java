package org.careline.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.assignment.Rotation;
import org.careline.assignment.Rotations;
import org.careline.contact.ContactPoint;
import org.careline.inbox.StoredInquiry;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.matching.LeadsInView;
import org.careline.matching.Merges;
import org.careline.store.GuardedStore;
import org.springframework.stereotype.Component;

/**
 * Reads everything that a batch needs, in a fixed small number of round trips: touches, contact points and leads, the touches
 * once more, and the coordinators. These reads are no snapshot: an inquiry whose touch moved meanwhile is left for the next
 * batch, and so is one whose lead was merged into one not seen, or that meets another of the batch at a lead.
 */
@Component
final class BatchReader {

    private final GuardedStore<SourceId, Touch> touches;
    private final LeadWrites leads;
    private final LeadsReader reader;
    private final Rotations rotations;
    private final Clock clock;

    /** @param leads take the repairs of half merges */
    BatchReader(
            GuardedStore<SourceId, Touch> touches,
            LeadWrites leads,
            LeadsReader reader,
            Rotations rotations,
            Clock clock) {
        this.touches = touches;
        this.leads = leads;
        this.reader = reader;
        this.rotations = rotations;
        this.clock = clock;
    }

    /**
     * What was seen; empty after a half merge was met, for its repair comes first and changes what is to be seen.
     */
    List<InquiryInView> readAll(List<StoredInquiry> batch) {
        Set<SourceId> ids = batch.stream().map(StoredInquiry::id).collect(toSet());
        Map<SourceId, Touch> before = touches.find(ids);
        LeadsInView view = reader.read(points(batch), before.values());
        Map<SourceId, Touch> after = touches.find(ids);
        if (repaired(view)) {
            return List.of();
        }
        Rotation rotation = rotations.read();
        List<InquiryInView> all = batch.stream()
                .filter(stored -> decided(before, stored.id()).equals(decided(after, stored.id())))
                .flatMap(stored -> inView(stored, after, view, rotation).stream())
                .toList();
        return apart(all);
    }

    private static Set<ContactPoint> points(Collection<StoredInquiry> batch) {
        return batch.stream().flatMap(stored -> stored.points().stream()).collect(toSet());
    }

    private boolean repaired(LeadsInView view) {
        List<Lead> repairs = new ArrayList<>(view.leads().keySet().stream()
                .sorted()
                .flatMap(id -> Merges.repair(view.upTo(id), clock.instant()).stream())
                .collect(toMap(Lead::id, lead -> lead, (one, other) -> one))
                .values());
        if (!repairs.isEmpty()) {
            leads.write(repairs, IntakeFlow.RULE);
        }
        return !repairs.isEmpty();
    }

    private static Optional<LeadId> decided(Map<SourceId, Touch> touches, SourceId id) {
        return Optional.ofNullable(touches.get(id)).map(Touch::leadId);
    }

    private Optional<InquiryInView> inView(
            StoredInquiry stored, Map<SourceId, Touch> touches, LeadsInView all, Rotation rotation) {
        Touch touch = touches.get(stored.id());
        LeadsInView part = LeadsReader.part(stored.points(), Optional.ofNullable(touch), all);
        return stored.inquiry()
                .filter(message -> part.whole())
                .map(message -> new InquiryInView(stored, message, touch, part, rotation, clock.instant()));
    }

    /** Those that meet no earlier one of the batch at a lead or a point. */
    private static List<InquiryInView> apart(List<InquiryInView> all) {
        Set<Object> taken = new HashSet<>();
        List<InquiryInView> alone = new ArrayList<>();
        for (InquiryInView seen : all) {
            Set<Object> own = new HashSet<>(seen.leads());
            own.addAll(seen.view().points().keySet());
            if (own.stream().noneMatch(taken::contains)) {
                alone.add(seen);
            }
            taken.addAll(own);
        }
        return alone;
    }
}
