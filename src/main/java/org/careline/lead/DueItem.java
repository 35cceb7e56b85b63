package org.careline.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One dated thing that is owed to a lead.
 *
 * @param what the kind; a lead has at most one item of each
 * @param dueAt when it is due
 * @param sources the contacts that it answers; for {@link Action#ON_CALL} those that are still on the line
 * @param ripe the promised time is near enough that it goes before other work
 */
public record DueItem(Action what, Instant dueAt, Set<SourceId> sources, boolean ripe) {

    /** A promised time counts as due this much earlier (leads.md §4.5: "± 5 min"). */
    static final Duration AHEAD = Duration.ofMinutes(5);

    public DueItem {
        sources = Set.copyOf(sources);
    }

    public static DueItem of(Action what, Instant dueAt, Set<SourceId> sources) {
        return new DueItem(what, dueAt, sources, false);
    }

    /** When this item must be looked at again without anybody's doing; empty if never. */
    Optional<Instant> ripensAt() {
        return Optional.of(dueAt.minus(AHEAD)).filter(any -> what == Action.CALL_BACK && !ripe);
    }

    DueItem ripening(Instant now) {
        boolean near = ripensAt().filter(at -> !at.isAfter(now)).isPresent();
        return near ? new DueItem(what, dueAt, sources, true) : this;
    }

    /** The same, due at the same time, without this contact. */
    DueItem without(SourceId contact) {
        Set<SourceId> others = new TreeSet<>(sources);
        others.remove(contact);
        return of(what, dueAt, others);
    }

    /** The same, due at this time if it was due earlier. */
    DueItem notBefore(Instant time) {
        return dueAt.isBefore(time) ? new DueItem(what, time, sources, ripe) : this;
    }

    /** The earlier of two items of one kind, for the contacts of both. */
    DueItem earliest(DueItem other) {
        return new DueItem(what, dueAt.isBefore(other.dueAt) ? dueAt : other.dueAt, union(other), ripe || other.ripe);
    }

    /** The later of two items of one kind, for the contacts of both. */
    DueItem latest(DueItem other) {
        return new DueItem(what, dueAt.isAfter(other.dueAt) ? dueAt : other.dueAt, union(other), ripe && other.ripe);
    }

    private Set<SourceId> union(DueItem other) {
        Set<SourceId> all = new TreeSet<>(sources);
        all.addAll(other.sources);
        return all;
    }
}
