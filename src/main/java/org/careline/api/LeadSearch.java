package org.careline.api;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.matching.ContactPoints;
import org.careline.staff.Actor;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param after {@link Lead#listed()} of the last lead of the page before; null for the first page
     */
    List<Lead> find(LeadFilter filter, @Nullable String after, int limit, Actor reader) {
        if (filter.phone() == null && filter.email() == null) {
            return filter.owner() == null
                    ? book.byAge(filter.stage(), after, limit, reader)
                    : book.byOwner(filter.owner(), filter.stage(), after, limit, reader);
        }
        return behind(filter, reader)
                .filter(lead -> filter.owner() == null || filter.owner().equals(lead.owner()))
                .filter(lead -> filter.stage() == null || lead.stage() == filter.stage())
                .filter(lead -> after == null
                        || Objects.requireNonNullElse(lead.listed(), "").compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** A lead fits both points even if each belongs to another one of those that were merged into it. */
    private Stream<Lead> behind(LeadFilter filter, Actor reader) {
        List<Lead> leads = living(filter.phone() == null ? filter.email() : filter.phone(), reader);
        if (filter.phone() == null || filter.email() == null) {
            return leads.stream();
        }
        Set<LeadId> byEmail = ids(living(filter.email(), reader));
        return leads.stream().filter(lead -> byEmail.contains(lead.id()));
    }

    private List<Lead> living(@Nullable ContactPoint point, Actor reader) {
        return point == null ? List.of() : book.living(points.leadsOf(point), reader);
    }

    private static Set<LeadId> ids(Collection<Lead> leads) {
        Set<LeadId> ids = new HashSet<>();
        leads.forEach(lead -> ids.add(lead.id()));
        return ids;
    }
}
