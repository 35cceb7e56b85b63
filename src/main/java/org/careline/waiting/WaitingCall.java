package org.careline.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.careline.staff.CoordinatorId;
import org.careline.store.Versioned;
import org.careline.waiting.RingAttempt.State;
import org.careline.waiting.WaitEnd.How;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a coordinator, and the phones that were rung for them. Every change makes a new value; what is told
 * twice, late or out of order changes nothing.
 *
 * @param rings the first one first; at most one for each coordinator
 * @param accept who took it; null while nobody has
 * @param ended how the waiting ended; null while it goes on
 * @param place its place in the line while anything of it goes on, a phone that rings or a talk included; else null
 */
public record WaitingCall(
        WaitingId id,
        long rev,
        WaitingCaller party,
        WaitTimes waiting,
        List<RingAttempt> rings,
        @Nullable Accept accept,
        @Nullable WaitEnd ended,
        @Nullable String place)
        implements Versioned<WaitingId> {

    public WaitingCall {
        rings = List.copyOf(rings);
        boolean goesOn = ended == null
                || rings.stream().anyMatch(RingAttempt::live)
                || Optional.ofNullable(accept).filter(Accept::talks).isPresent();
        place = goesOn ? QueuePosition.of(waiting.since(), id) : null;
    }

    /** A caller who begins to wait now. */
    static WaitingCall joining(WaitingId id, WaitingCaller party, Instant now, LineRules rules) {
        WaitTimes waiting = new WaitTimes(now, now, now, now.plus(rules.lease()), now.plus(rules.longestWait()), 0);
        return fresh(id, party, waiting);
    }

    /** Somebody who was promised a call back, and is about to hang up. */
    static WaitingCall promised(WaitingId id, WaitingCaller party, Instant since, Instant now, LineRules rules) {
        Instant until = now.plus(rules.callBackWithin());
        WaitTimes waiting = new WaitTimes(since, now, now.plus(rules.hangUpWithin()), until, until, 0);
        return fresh(id.back(), party, waiting);
    }

    private static WaitingCall fresh(WaitingId id, WaitingCaller party, WaitTimes waiting) {
        return new WaitingCall(id, 0, party, waiting, List.of(), null, null, null);
    }

    /** Who took it; empty while nobody has. */
    public Optional<Accept> taken() {
        return Optional.ofNullable(accept);
    }

    /** How the waiting ended; empty while it goes on. */
    public Optional<WaitEnd> end() {
        return Optional.ofNullable(ended);
    }

    private boolean isWith(CoordinatorId coordinator) {
        return taken().filter(one -> one.coordinator().equals(coordinator)).isPresent();
    }

    /** Whether they still wait and nobody has taken them. */
    public boolean waits() {
        return end().isEmpty() && taken().isEmpty();
    }

    /** Whether a phone may be rung for them now. */
    boolean ringable(Instant now) {
        return waits() && now.isBefore(waiting.until()) && !now.isBefore(waiting.ringFrom());
    }

    public Optional<RingAttempt> ring(CoordinatorId coordinator) {
        return rings.stream()
                .filter(ring -> ring.coordinator().equals(coordinator))
                .findFirst();
    }

    /** Whether anybody's phone was rung for them. */
    public boolean wasRung() {
        return rings.stream().anyMatch(RingAttempt::wasPlaced);
    }

    Stream<RingAttempt> live() {
        return rings.stream().filter(RingAttempt::live);
    }

    /** Who talks with them, or is about to. */
    Stream<CoordinatorId> talking() {
        return taken().filter(one -> !one.over()).map(Accept::coordinator).stream();
    }

    /** Who rings or talks for them. */
    Stream<CoordinatorId> engaged() {
        return Stream.concat(live().map(RingAttempt::coordinator), talking());
    }

    WaitingCall heard(Instant now, LineRules rules) {
        return end().isEmpty() ? with(waiting.heard(now, rules.lease())) : this;
    }

    WaitingCall told(int number) {
        return with(waiting.told(number));
    }

    WaitingCall since(Instant earlier) {
        return with(waiting.since(earlier));
    }

    /** The person has hung up: from now on they can be called. */
    WaitingCall reachable(Instant now) {
        return with(waiting.ringingFrom(now));
    }

    WaitingCall speaking(WaitingCaller changed) {
        return new WaitingCall(id, rev, changed, waiting, rings, accept, ended, place);
    }

    WaitingCall asking(CoordinatorId coordinator, Instant now) {
        Stream<RingAttempt> others =
                rings.stream().filter(ring -> !ring.coordinator().equals(coordinator));
        List<RingAttempt> more = Stream.concat(others, Stream.of(RingAttempt.asked(coordinator, now)))
                .toList();
        return with(more);
    }

    /** A ring comes to a state; one that was never asked for is taken in all the same. */
    WaitingCall ringIs(CoordinatorId coordinator, State state, @Nullable String leg, Instant now) {
        WaitingCall known = ring(coordinator).isPresent() ? this : asking(coordinator, now);
        return known.changing(coordinator, ring -> (leg == null ? ring : ring.as(leg)).reaching(state));
    }

    /** A coordinator takes them; empty if somebody else has or they are gone. */
    Optional<WaitingCall> acceptedBy(CoordinatorId coordinator, Instant now) {
        if (taken().isPresent()) {
            return Optional.of(this).filter(call -> call.talking().anyMatch(coordinator::equals));
        }
        if (end().isPresent()) {
            return Optional.empty();
        }
        WaitingCall taken = new WaitingCall(id, rev, party, waiting, rings, Accept.of(coordinator, now), ended, place);
        return Optional.of(
                taken.ring(coordinator).isPresent() ? taken.ringIs(coordinator, State.ACCEPTED, null, now) : taken);
    }

    /** The two were connected: whoever accepted has them for good. */
    WaitingCall bridgedWith(CoordinatorId coordinator, Instant now) {
        if (taken().filter(Accept::bridged).isPresent()) {
            return this;
        }
        Accept whose = taken().filter(one -> isWith(coordinator)).orElseGet(() -> Accept.of(coordinator, now));
        return new WaitingCall(id, rev, party, waiting, rings, whose.bridged(now), talked(now), place);
    }

    /** The two were not connected: the caller waits on, and this coordinator is not rung for them again. */
    WaitingCall releasedBy(CoordinatorId coordinator) {
        boolean theirs = isWith(coordinator) && taken().filter(Accept::bridged).isEmpty();
        WaitingCall free = theirs ? new WaitingCall(id, rev, party, waiting, rings, null, ended, place) : this;
        return free.changing(coordinator, ring -> ring.reaching(State.NOT_ACCEPTED));
    }

    /** Their talk is over. */
    WaitingCall talkOver(Instant now) {
        return taken().filter(one -> !one.over())
                .map(one -> new WaitingCall(id, rev, party, waiting, rings, one.ended(now), talked(now), place)
                        .changing(one.coordinator(), ring -> ring.reaching(State.TALKED)))
                .orElse(this);
    }

    private WaitEnd talked(Instant now) {
        return end().orElseGet(() -> new WaitEnd(How.TALKED, now));
    }

    WaitingCall ended(How how, Instant now) {
        return end().isPresent()
                ? this
                : new WaitingCall(id, rev, party, waiting, rings, accept, new WaitEnd(how, now), place);
    }

    /** What has lasted longer than it can is over. */
    WaitingCall tidied(LineRules rules, Instant now) {
        WaitingCall tidy = taken().filter(one -> one.failed(rules.longestBridge(), now))
                .map(one -> releasedBy(one.coordinator()))
                .orElse(this);
        if (taken().filter(one -> one.cutOff(rules.longestTalk(), now)).isPresent()) {
            tidy = tidy.talkOver(now);
        }
        Predicate<RingAttempt> overdue = ring -> ring.overdue(rules.longestRing(), now);
        List<RingAttempt> rung = tidy.rings.stream()
                .map(ring -> overdue.test(ring) ? ring.reaching(State.LOST) : ring)
                .toList();
        tidy = tidy.rings.equals(rung) ? tidy : tidy.with(rung);
        return tidy.waits() && !now.isBefore(tidy.waiting.lease())
                ? tidy.ended(id.isBack() ? How.GIVEN_UP : How.ABANDONED, now)
                : tidy;
    }

    /** How long they have waited for this, beside what they had waited before. */
    public Duration waited(Instant now) {
        return Duration.between(
                waiting.begun().isAfter(waiting.ringFrom()) ? waiting.begun() : waiting.ringFrom(), now);
    }

    private WaitingCall changing(CoordinatorId coordinator, UnaryOperator<RingAttempt> change) {
        List<RingAttempt> changed = rings.stream()
                .map(ring -> ring.coordinator().equals(coordinator) ? change.apply(ring) : ring)
                .toList();
        return changed.equals(rings) ? this : with(changed);
    }

    private WaitingCall with(List<RingAttempt> changed) {
        return new WaitingCall(id, rev, party, waiting, changed, accept, ended, place);
    }

    private WaitingCall with(WaitTimes changed) {
        return changed.equals(waiting) ? this : new WaitingCall(id, rev, party, changed, rings, accept, ended, place);
    }
}
