package org.careline.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.lead.Assignment.How;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a lead, or why nobody does, and the ledger of how that came about.
 *
 * @param owner null while nobody does
 * @param reason why nobody does; null while somebody does
 * @param ledger the latest decisions, the oldest first
 */
public record Ownership(
        @Nullable CoordinatorId owner, @Nullable UnassignedReason reason, List<Assignment> ledger) {

    static final Ownership UNDECIDED = undecided(List.of());

    private static final Set<How> YIELDING = EnumSet.of(How.RULE, How.SAFETY, How.ANSWER);

    /** More than this many decisions are not kept in the lead. */
    private static final int KEPT = 12;

    public Ownership {
        ledger = List.copyOf(ledger);
        if ((owner == null) == (reason == null)) {
            throw new IllegalArgumentException("A lead has an owner or a reason for having none");
        }
    }

    private static Ownership undecided(List<Assignment> ledger) {
        return new Ownership(null, UnassignedReason.UNDECIDED, ledger);
    }

    /** Who owns it; empty while nobody does. */
    public Optional<CoordinatorId> coordinator() {
        return Optional.ofNullable(owner);
    }

    /** Whether this coordinator owns it. */
    public boolean isWith(CoordinatorId coordinator) {
        return coordinator.equals(owner);
    }

    /** The number of the next decision. */
    public int nextTerm() {
        return ledger.isEmpty() ? 1 : last(ledger).term() + 1;
    }

    /** The last owner, also of a time that is over. */
    public Optional<CoordinatorId> lastOwner() {
        return ledger.stream()
                .flatMap(decision -> decision.coordinator().stream())
                .reduce((earlier, later) -> later);
    }

    /** The decision of this number, as far as it is still kept. */
    public Optional<Assignment> decision(int term) {
        return ledger.stream().filter(decision -> decision.term() == term).findFirst();
    }

    /** Whether this decision stands, and for whom it was made. */
    public boolean keeps(Assignment made) {
        return decision(made.term())
                .filter(said -> said.counts() && said.coordinator().equals(made.coordinator()))
                .isPresent();
    }

    /** Whether a decision of this number is too old to be kept; one that found nobody may be missing for another reason. */
    public boolean forgot(int term) {
        return ledger.size() == KEPT && term < ledger.get(0).term();
    }

    /**
     * Whether a coordinator who took the person's call becomes the owner by that. Not if somebody owned the lead before the call
     * or took it by hand, and once for each call: whatever is decided later stands.
     *
     * @param began when the call began
     */
    public boolean yieldsTo(CoordinatorId by, Instant began) {
        List<Assignment> since = ledger.stream()
                .filter(decision -> !decision.at().isBefore(began))
                .toList();
        boolean already = by.equals(owner)
                || since.stream().anyMatch(decision -> decision.how() == How.ANSWER && by.equals(decision.owner()));
        boolean free = coordinator().isEmpty()
                || (!since.isEmpty() && YIELDING.contains(last(since).how()));
        return !already && free;
    }

    private static Assignment last(List<Assignment> ledger) {
        return ledger.get(ledger.size() - 1);
    }

    /** A second finding that nobody can own it takes the place of the first one. */
    Ownership decided(Assignment decision) {
        List<Assignment> all = new ArrayList<>(ledger);
        boolean again = !all.isEmpty()
                && Stream.of(coordinator(), decision.coordinator(), last(all).coordinator())
                        .allMatch(Optional::isEmpty);
        if (again) {
            all.remove(all.size() - 1);
        }
        all.add(decision);
        return new Ownership(
                decision.owner(), decision.reason(), all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    Ownership undecided() {
        return undecided(ledger);
    }

    /**
     * The other's owner is asked first if nobody owns this one; they are not simply put in, for meanwhile they may have got
     * something else to do. The decisions stay apart: each counts where it was made.
     */
    Ownership and(Ownership other) {
        return other.coordinator()
                .filter(theirs -> coordinator().isEmpty())
                .map(theirs -> last(other.ledger).broughtTo(theirs, nextTerm()))
                .filter(brought -> !known(brought))
                .map(brought -> decided(brought).undecided())
                .orElse(this);
    }

    /** Whether this decision came with an earlier merge; a merge that is done twice brings it once. */
    private boolean known(Assignment theirs) {
        return ledger.stream()
                .anyMatch(decision -> decision.how() == How.MERGE
                        && decision.at().equals(theirs.at())
                        && Objects.equals(decision.owner(), theirs.owner()));
    }
}
