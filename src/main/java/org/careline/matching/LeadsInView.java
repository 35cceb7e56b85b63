package org.careline.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;

/**
 * What was read for a decision: contact points and leads, each lead together with those that took it over. It is no
 * snapshot; the guards of the writes make up for that.
 */
public record LeadsInView(Map<ContactPoint, ContactPointEntry> points, Map<LeadId, Lead> leads) {

    public LeadsInView {
        points = Map.copyOf(points);
        leads = Map.copyOf(leads);
    }

    public Optional<Lead> lead(LeadId id) {
        return Optional.ofNullable(leads.get(id));
    }

    /** The lead itself, then the one that took it over, and so on up to the root. Empty if it is not stored. */
    public List<Lead> upTo(LeadId id) {
        List<Lead> chain = new ArrayList<>();
        Lead here = leads.get(id);
        while (here != null && chain.size() <= leads.size()) {
            chain.add(here);
            LeadId above = here.merge().mergedInto();
            here = above == null ? null : leads.get(above);
        }
        return chain;
    }

    /** The living lead behind an id; empty if it was not seen. */
    Optional<Lead> root(LeadId id) {
        List<Lead> chain = upTo(id);
        return chain.stream()
                .skip(Math.max(0, chain.size() - 1))
                .filter(top -> !top.merged())
                .findFirst();
    }

    /** Whether the living lead behind every lead was seen; one that was merged between two reads may lack it. */
    public boolean whole() {
        return leads.keySet().stream().allMatch(id -> root(id).isPresent());
    }

    public ContactPointEntry point(ContactPoint point) {
        return points.getOrDefault(point, ContactPointEntry.unused(point));
    }

    /** The living leads at these points, each once. */
    Set<Lead> rootsAt(Collection<ContactPoint> known) {
        Set<Lead> roots = new LinkedHashSet<>();
        known.stream()
                .sorted(ContactPoint.BY_KEY)
                .forEach(point -> point(point).leads().stream().sorted().forEach(id -> root(id).ifPresent(roots::add)));
        return roots;
    }

    /** The living leads that share a point with this one or are linked with it. */
    Set<Lead> around(Lead lead) {
        Set<Lead> roots = rootsAt(lead.person().points());
        lead.related().stream().sorted().forEach(link -> root(link.id()).ifPresent(roots::add));
        return roots;
    }
}
