package org.careline.lead;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * One dated thing that is owed to a lead.
 *
 * @param what the kind; a lead has at most one item of each
 * @param dueAt when it is due
 * @param sources the contacts that it answers; for {@link Action#ON_CALL} those that are still on the line
 */
public record DueItem(Action what, Instant dueAt, Set<SourceId> sources) {

    public DueItem {
        sources = Set.copyOf(sources);
    }

    /** The earlier of two items of one kind, for the contacts of both. */
    DueItem earliest(DueItem other) {
        return new DueItem(what, dueAt.isBefore(other.dueAt) ? dueAt : other.dueAt, union(other));
    }

    /** The later of two items of one kind, for the contacts of both. */
    DueItem latest(DueItem other) {
        return new DueItem(what, dueAt.isAfter(other.dueAt) ? dueAt : other.dueAt, union(other));
    }

    private Set<SourceId> union(DueItem other) {
        Set<SourceId> all = new TreeSet<>(sources);
        all.addAll(other.sources);
        return all;
    }
}
