package org.careline.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.matching.ContactPoints;
import org.careline.staff.Actor;
import org.careline.store.Page;
import org.springframework.stereotype.Component;

/** Finds the leads that a filter asks for, the oldest first. */
@Component
class LeadSearch {

    private final LeadBook book;
    private final ContactPoints points;

    LeadSearch(LeadBook book, ContactPoints points) {
        this.book = book;
        this.points = points;
    }

    /** @param page by {@link Lead#listed()} */
    List<Lead> find(LeadFilter filter, Page page, Actor reader) {
        List<ContactPoint> points = Stream.of(filter.phone(), filter.email())
                .flatMap(Optional::stream)
                .toList();
        if (points.isEmpty()) {
            return filter.owner()
                    .map(owner -> book.byOwner(owner, filter.stage(), page, reader))
                    .orElseGet(() -> book.byAge(filter.stage(), page, reader));
        }
        return behind(points, reader)
                .filter(lead ->
                        filter.owner().map(owner -> owner.equals(lead.owner())).orElse(true))
                .filter(lead -> filter.stage().map(lead.stage()::equals).orElse(true))
                .filter(lead -> isAfter(lead, page))
                .limit(page.limit())
                .toList();
    }

    private static boolean isAfter(Lead lead, Page page) {
        return Objects.requireNonNullElse(lead.listed(), "")
                        .compareTo(page.after().orElse(""))
                > 0;
    }

    /** A lead fits all points even if each belongs to another one of those that were merged into it. */
    private Stream<Lead> behind(List<ContactPoint> all, Actor reader) {
        List<Set<LeadId>> others = all.stream()
                .skip(1)
                .map(point -> living(point, reader).stream().map(Lead::id).collect(Collectors.toSet()))
                .toList();
        return living(all.get(0), reader).stream()
                .filter(lead -> others.stream().allMatch(ids -> ids.contains(lead.id())));
    }

    private List<Lead> living(ContactPoint point, Actor reader) {
        return book.living(points.leadsOf(point), reader);
    }
}
