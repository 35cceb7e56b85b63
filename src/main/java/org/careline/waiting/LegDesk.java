package org.careline.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoreUnavailable;
import org.careline.store.Tries;
import org.careline.waiting.RingAttempt.State;
import org.careline.waiting.WaitEnd.How;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The coordinators' side of the waiting line: the phones that are rung for whoever waits. Of two who accept one caller one has
 * them. Every method throws {@link StoreUnavailable} if the store does not answer in time.
 */
@Component
public final class LegDesk {

    private final WaitingLine line;
    private final LineCandidates candidates;
    private final Clock clock;

    LegDesk(WaitingLine line, LineCandidates candidates, Clock clock) {
        this.line = line;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** What came of pressing 1. */
    public sealed interface Taken {

        /** They have this caller: the one who had waited longest of those whom they may have. */
        record Caller(WaitingCall call) implements Taken {}

        /** Everybody is taken or gone. */
        record Nobody() implements Taken {}
    }

    /**
     * A coordinator presses 1: they get whoever has waited longest of those whom they may have, though it was another's leg.
     *
     * @param rung for whom their phone was rung
     * @param leg the carrier's identity of it
     */
    public Taken accept(WaitingId rung, CoordinatorId coordinator, String leg) {
        return Tries.untilHeld("take a caller", () -> takenOnce(rung, coordinator, leg));
    }

    private Optional<Taken> takenOnce(WaitingId rung, CoordinatorId coordinator, String leg) {
        Instant now = clock.instant();
        Optional<WaitingCall> first = line.open().stream()
                .filter(call -> isTheirs(call, rung, coordinator) || call.ringable(now))
                .filter(call ->
                        call.id().equals(rung) || (offered(call, coordinator) && candidates.mayHave(call, coordinator)))
                .filter(call -> call.acceptedBy(coordinator, now).isPresent())
                .findFirst();
        if (first.isEmpty()) {
            line.update(rung, call -> call.ringIs(coordinator, State.NOT_ACCEPTED, leg, now));
            return Optional.of(new Taken.Nobody());
        }
        WaitingCall taken = first.get().acceptedBy(coordinator, now).orElseThrow();
        if (!taken.id().equals(rung) && !leaves(rung, coordinator, leg, now)) {
            return Optional.of(new Taken.Nobody());
        }
        WaitingCall theirs = taken.ringIs(coordinator, State.ACCEPTED, leg, now);
        boolean held = theirs.equals(first.get()) || line.write(theirs);
        return held ? Optional.of(new Taken.Caller(theirs)) : Optional.empty();
    }

    private static boolean isTheirs(WaitingCall call, WaitingId rung, CoordinatorId coordinator) {
        boolean others = call.taken()
                .filter(one -> !one.coordinator().equals(coordinator))
                .isPresent();
        return call.id().equals(rung) && !others;
    }

    /** Who declined a caller, or did not answer for them, does not get them by another's leg. */
    private static boolean offered(WaitingCall call, CoordinatorId coordinator) {
        return call.ring(coordinator)
                .map(ring -> ring.state() == State.WENT_TO_ANOTHER)
                .orElse(true);
    }

    /** A leg goes to another than it was rung for, unless it is about to be ended: that is written first, so one of both is. */
    private boolean leaves(WaitingId rung, CoordinatorId coordinator, String leg, Instant now) {
        return line.update(rung, call -> call.ringIs(coordinator, State.WENT_TO_ANOTHER, leg, now))
                .flatMap(call -> call.ring(coordinator))
                .filter(ring -> ring.state() == State.WENT_TO_ANOTHER)
                .isPresent();
    }

    /**
     * A leg is to be ended. It can take nobody any more.
     *
     * @return whether it may be
     */
    boolean ends(WaitingId id, CoordinatorId coordinator, String leg) {
        Instant now = clock.instant();
        return line.change(
                        id,
                        call -> call.ring(coordinator)
                                .filter(ring -> ring.live() && ring.state() != State.ACCEPTED)
                                .map(ring -> call.ringIs(coordinator, State.CANCELED, leg, now)))
                .after()
                .isPresent();
    }

    public Optional<WaitingCall> bridged(WaitingId id, CoordinatorId coordinator) {
        Instant now = clock.instant();
        return line.update(id, call -> call.bridgedWith(coordinator, now));
    }

    /** The leg that had accepted is over. */
    public Optional<WaitingCall> legIsOver(WaitingId id, CoordinatorId coordinator) {
        Instant now = clock.instant();
        return line.update(id, call -> over(call, coordinator, now));
    }

    private static WaitingCall over(WaitingCall call, CoordinatorId coordinator, Instant now) {
        boolean talked = call.taken()
                .filter(one -> one.bridged() && one.coordinator().equals(coordinator))
                .isPresent();
        return talked ? call.talkOver(now) : call.releasedBy(coordinator);
    }

    /** The same, told by the leg itself; of one that was rung for another, theirs whom it took. */
    public void legIsOver(WaitingId rung, CoordinatorId coordinator, String leg) {
        Optional<WaitingCall> asked = line.find(rung);
        boolean went = asked.flatMap(call -> call.ring(coordinator))
                .filter(ring -> ring.state() == State.WENT_TO_ANOTHER)
                .isPresent();
        if (!went) {
            legIsOver(rung, coordinator);
            return;
        }
        line.open().stream()
                .filter(call -> call.ring(coordinator)
                        .filter(ring -> leg.equals(ring.leg()))
                        .isPresent())
                .forEach(call -> legIsOver(call.id(), coordinator));
    }

    /** Whoever was called back did not answer. */
    public Optional<WaitingCall> notReached(WaitingId id) {
        Instant now = clock.instant();
        return line.update(id, call -> call.ended(How.NOT_REACHED, now));
    }

    /**
     * A phone is to be rung.
     *
     * @return who waits; empty if they do so no more, or this phone was rung for them already
     */
    Optional<WaitingCall> asks(WaitingId id, CoordinatorId coordinator) {
        Optional<WaitingCall> before = line.find(id);
        return before.filter(call -> call.waits() && mayRing(call, coordinator))
                .map(call -> call.asking(coordinator, clock.instant()))
                .filter(line::write);
    }

    private static boolean mayRing(WaitingCall call, CoordinatorId coordinator) {
        return call.ring(coordinator)
                .map(ring -> ring.state() == State.WENT_TO_ANOTHER)
                .orElse(true);
    }

    /** A ring is told to be in this state. */
    public Optional<WaitingCall> ringIs(WaitingId id, CoordinatorId coordinator, State state, @Nullable String leg) {
        Instant now = clock.instant();
        return line.update(id, call -> call.ringIs(coordinator, state, leg, now));
    }
}
