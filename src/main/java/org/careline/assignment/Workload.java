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
import org.careline.store.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator was given: their place in the rotation, and how much they have.
 *
 * <p>Each lead adds {@link #UNIT}/weight to the pass. The mean of the passes of those who work, by weight, is the time by
 * which the rotation goes; how far somebody is from it is what they are owed. Whoever leaves keeps that distance, at most
 * one lead, and takes it up again when they come back: nobody catches up on the time they were gone, and nobody loses a
 * turn (earliest eligible virtual deadline first, Stoica and Abdel-Wahab 1995).
 *
 * @param pass the place in the rotation
 * @param apart the distance from the rotation's time, while they do not work; null while they do
 * @param total how many leads they were ever given
 * @param lastAt when they were given the last one; null if never
 * @param charges the leads given lately
 * @param held the open leads they own, kept only for those with a capacity
 */
record Workload(
        CoordinatorId id,
        long rev,
        long pass,
        @Nullable Long apart,
        long total,
        @Nullable Instant lastAt,
        List<Charge> charges,
        Set<LeadId> held)
        implements Versioned<CoordinatorId> {

    /** The pass of one lead at weight 1: all weights up to 16 divide it. */
    static final long UNIT = 720_720;

    /** A late writer is looked out for this long. */
    private static final Duration LATE = Duration.ofDays(1);

    Workload {
        charges = List.copyOf(charges);
        held = Set.copyOf(held);
    }

    static Workload none(CoordinatorId id) {
        return new Workload(id, 0, 0, 0L, 0, null, List.of(), Set.of());
    }

    static long stride(Coordinator who) {
        return UNIT / who.weight();
    }

    /** Out of the rotation, whose time is this. */
    Workload left(long time, long stride) {
        long distance = Math.max(-stride, Math.min(stride, pass - time));
        return new Workload(id, rev, pass, distance, total, lastAt, charges, held);
    }

    /** Back in the rotation, at this place. */
    Workload back(long place) {
        return new Workload(id, rev, place, null, total, lastAt, charges, held);
    }

    /** Whether they take part in the rotation's time. */
    boolean inside() {
        return apart == null;
    }

    /** The place in the rotation, whose time is this. */
    long pass(long time) {
        return apart == null ? pass : time + apart;
    }

    long givenSince(Instant since) {
        return charges.stream()
                .filter(charge -> charge.counts() && charge.at().isAfter(since))
                .count();
    }

    /** With one more lead. The same decision a second time changes nothing. */
    Workload given(Grant given, Coordinator who, Duration burstWindow) {
        Optional<Charge> known = charge(given.lead(), given.term());
        if (known.filter(Charge::counts).isPresent()) {
            return this;
        }
        long stride = stride(who);
        List<Charge> all = new ArrayList<>(recent(given.at(), burstWindow).toList());
        all.removeIf(charge -> charge.of(given.lead(), given.term()));
        all.add(new Charge(given.lead(), given.term(), given.at(), stride, State.OPEN));
        return new Workload(
                id,
                rev,
                (inside() ? pass : given.pass()) + stride,
                null,
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
        return new Workload(id, rev, pass + back, apart, total + leads, lastAt, all, held.apply(this.held));
    }

    /** With the open leads as they were counted, and those that are about to be written. */
    Workload recounted(Set<LeadId> open) {
        Set<LeadId> now = new HashSet<>(open);
        charges.stream().filter(charge -> charge.state() == State.OPEN).forEach(charge -> now.add(charge.lead()));
        return new Workload(id, rev, pass, apart, total, lastAt, charges, now);
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
