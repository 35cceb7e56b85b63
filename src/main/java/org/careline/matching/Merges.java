package org.careline.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;

/**
 * Merging in two guarded writes that no crash can leave half done for ever: the loser is frozen, then the winner takes it
 * in. A lead that says it is merged is <em>merged</em> if its root lists it, <em>leaving</em> if the root has set it
 * apart, else <em>joining</em>; whoever meets the last two finishes them with one more write (R10 and R11 of the intake
 * model).
 */
public final class Merges {

    private Merges() {}

    /** Whether these two may be merged by rule: names that one person can bear, and nobody set them apart. */
    static boolean mayJoin(Lead one, Lead other) {
        return one.id().equals(other.id()) || (one.person().fits(other.person()) && !apart(one, other));
    }

    private static boolean apart(Lead one, Lead other) {
        return setsApart(one, other) || setsApart(other, one);
    }

    private static boolean setsApart(Lead one, Lead other) {
        Set<LeadId> family = Stream.concat(Stream.of(other.id()), other.merge().members().stream())
                .collect(Collectors.toSet());
        return one.merge().apart().stream().anyMatch(family::contains);
    }

    /**
     * The one write that brings a half merge nearer to its end, or empty if all merges in the chain of this lead are
     * whole or the living lead at its end was not seen. The link next to the root is judged first.
     */
    public static Optional<Lead> repair(List<Lead> chain, Instant now) {
        Lead root = chain.get(chain.size() - 1);
        if (root.merged()) {
            return Optional.empty();
        }
        for (int link = chain.size() - 2; link >= 0; link--) {
            Lead loser = chain.get(link);
            if (root.merge().apart().contains(loser.id())) {
                return Optional.of(loser.released(now));
            }
            if (!root.merge().members().contains(loser.id())) {
                return Optional.of(finished(root, loser));
            }
        }
        return Optional.empty();
    }

    private static Lead finished(Lead root, Lead loser) {
        boolean ordered =
                loser.merge().ordered() && root.id().equals(loser.merge().mergedInto());
        boolean joins = root.open() && (ordered || mayJoin(root, loser));
        return joins ? root.absorbing(loser) : root.without(Set.of(loser.id()), loser.id());
    }
}
