package org.careline.lead;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a lead stands to those it was merged with. {@code mergedInto} is the truth, {@code members} an index of it.
 *
 * @param mergedInto the lead that took this one over; null if none did
 * @param joining whether that merge has not been seen whole since; found by the sweep for half merges
 * @param ordered whether a person ordered that, whatever the names say
 * @param members all leads merged into this one, directly or through another
 * @param apart leads that must not be merged with this one by itself
 * @param kept what was due when this lead was merged
 */
public record MergeState(
        @Nullable LeadId mergedInto,
        boolean joining,
        boolean ordered,
        Set<LeadId> members,
        Set<LeadId> apart,
        List<DueItem> kept) {

    static final MergeState ALONE = new MergeState(null, false, false, Set.of(), Set.of(), List.of());

    public MergeState {
        members = Set.copyOf(members);
        apart = Set.copyOf(apart);
        kept = List.copyOf(kept);
    }

    /** The lead that took this one over; empty if none did. */
    public Optional<LeadId> winner() {
        return Optional.ofNullable(mergedInto);
    }

    MergeState mergedInto(LeadId winner, boolean byOrder, List<DueItem> due) {
        return new MergeState(winner, true, byOrder, members, apart, due);
    }

    MergeState seenWhole() {
        return new MergeState(mergedInto, false, ordered, members, apart, kept);
    }

    MergeState released() {
        return new MergeState(null, false, false, members, apart, List.of());
    }

    MergeState absorbing(Lead loser) {
        Set<LeadId> all = Stream.concat(
                        Stream.concat(members.stream(), Stream.of(loser.id())), loser.merge().members().stream())
                .collect(Collectors.toSet());
        return new MergeState(mergedInto, joining, ordered, all, apart, kept);
    }

    MergeState without(Set<LeadId> leaving, LeadId setApart) {
        Set<LeadId> rest = members.stream().filter(id -> !leaving.contains(id)).collect(Collectors.toSet());
        Set<LeadId> apartNow =
                Stream.concat(apart.stream(), Stream.of(setApart)).collect(Collectors.toSet());
        return new MergeState(mergedInto, joining, ordered, rest, apartNow, kept);
    }
}
