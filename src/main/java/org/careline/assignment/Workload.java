package org.careline.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.careline.assignment.Charge.State;
import org.careline.lead.LeadId;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.store.Revised;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator was given: their place in the rotation, and how much they have. Stride scheduling (Waldspurger and
 * Weihl 1995): each lead adds {@link #UNIT}/weight to the pass, and the least pass is next.
 *
 * @param pass the place in the rotation
 * @param least the least pass among those who worked when this coordinator was given a lead last; the highest of all
 *     coordinators is where one who comes back starts, so that nobody catches up on the time they were gone
 * @param total how many leads they were ever given
 * @param lastAt when they were given the last one; null if never
 * @param charges the leads given lately
 * @param held the open leads they own, kept only for those with a capacity
 */
record Workload(
        CoordinatorId id,
        long rev,
        long pass,
        long least,
        long total,
        @Nullable Instant lastAt,
        List<Charge> charges,
        Set<LeadId> held)
        implements Revised<CoordinatorId> {

    /** The pass of one lead at weight 1: all weights up to 16 divide it. */
    static final long UNIT = 720_720;

    /** A late writer is looked out for this long. */
    private static final Duration LATE = Duration.ofDays(1);

    Workload {
        charges = List.copyOf(charges);
        held = Set.copyOf(held);
    }

    static Workload none(CoordinatorId id) {
        return new Workload(id, 0, 0, 0, 0, null, List.of(), Set.of());
    }

    long givenSince(Instant since) {
        return charges.stream()
                .filter(charge -> charge.counts() && charge.at().isAfter(since))
                .count();
    }

    /** With one more lead. The same decision a second time changes nothing. */
    Workload given(Given given, Coordinator who, Duration burstWindow) {
        Optional<Charge> known = charge(given.lead(), given.term());
        if (known.filter(Charge::counts).isPresent()) {
            return this;
        }
        long stride = UNIT / who.weight();
        List<Charge> all = new ArrayList<>(recent(given.at(), burstWindow).toList());
        all.removeIf(charge -> charge.of(given.lead(), given.term()));
        all.add(new Charge(given.lead(), given.term(), given.at(), stride, State.OPEN));
        return new Workload(
                id,
                rev,
                Math.max(pass, given.least()) + stride,
                Math.max(least, given.least()),
                total + 1,
                given.at(),
                all,
                who.capacity() == 0 ? Set.of() : with(given.lead()));
    }

    private Stream<Charge> recent(Instant now, Duration burstWindow) {
        return charges.stream().filter(charge -> switch (charge.state()) {
            case OPEN -> true;
            case SETTLED -> charge.at().isAfter(now.minus(burstWindow));
            case TAKEN_BACK -> charge.at().isAfter(now.minus(LATE));
        });
    }

    Optional<Charge> charge(LeadId lead, int term) {
        return charges.stream().filter(charge -> charge.of(lead, term)).findFirst();
    }

    /** The lead says the same: what was taken back counts again. */
    Workload settled(Charge found) {
        return found.counts()
                ? with(found, State.SETTLED, 0, UnaryOperator.identity())
                : with(found, State.SETTLED, 1, ids -> with(found.lead()));
    }

    /** The lead says otherwise: it is as if it had not been given. */
    Workload takenBack(Charge found) {
        return found.counts() ? with(found, State.TAKEN_BACK, -1, ids -> without(found.lead())) : this;
    }

    private Workload with(Charge found, State state, int leads, UnaryOperator<Set<LeadId>> held) {
        List<Charge> all = charges.stream()
                .map(charge -> charge.equals(found) ? charge.now(state) : charge)
                .toList();
        long back = leads * found.stride();
        return new Workload(id, rev, pass + back, least, total + leads, lastAt, all, held.apply(this.held));
    }

    /** With the open leads as they were counted, and those that are about to be written. */
    Workload recounted(Set<LeadId> open) {
        Set<LeadId> now = new HashSet<>(open);
        charges.stream().filter(charge -> charge.state() == State.OPEN).forEach(charge -> now.add(charge.lead()));
        return new Workload(id, rev, pass, least, total, lastAt, charges, now);
    }

    private Set<LeadId> with(LeadId lead) {
        Set<LeadId> all = new HashSet<>(held);
        all.add(lead);
        return all;
    }

    private Set<LeadId> without(LeadId lead) {
        Set<LeadId> all = new HashSet<>(held);
        all.remove(lead);
        return all;
    }
}
