package org.careline.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.waiting.WaitEnd.How;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The callers' side of the waiting line. Somebody is on the phone whenever it is asked: a store that is away is told nothing
 * and says nothing, and what it missed ends by itself.
 */
@Component
public final class LineDesk {

    private final WaitingLine line;
    private final LineRules rules;
    private final LineDecisions decisions;
    private final LineCandidates candidates;
    private final PendingExits exits;
    private final Clock clock;

    LineDesk(
            WaitingLine line,
            LineRules rules,
            LineDecisions decisions,
            LineCandidates candidates,
            PendingExits exits,
            Clock clock) {
        this.line = line;
        this.rules = rules;
        this.decisions = decisions;
        this.candidates = candidates;
        this.exits = exits;
        this.clock = clock;
    }

    /** How a caller stands in the line. */
    public enum Standing {
        /** They have begun to wait just now. */
        JOINED,
        WAITS,
        /** A coordinator has them, or is about to. */
        TAKEN,
        /** They have left, or have waited for as long as they may, or nobody is left who could be rung. */
        OVER
    }

    /**
     * Somebody who is in the line.
     *
     * @param number in the line, from 1, as it is told
     */
    public record Here(WaitingCall call, int number, Standing standing) {}

    /** Who waits or did, as far as the store tells. */
    public Optional<WaitingCall> find(WaitingId id) {
        return StoredLine.asking(() -> line.find(id), Optional.empty());
    }

    /**
     * A caller is there and waits; the first time they join the line, at the place that they had before if they have called
     * again.
     *
     * @return empty if the store is away
     */
    public Optional<Here> here(WaitingId id, WaitingCaller caller) {
        return StoredLine.asking(() -> Optional.of(renewed(id, caller)), Optional.empty());
    }

    private Here renewed(WaitingId id, WaitingCaller caller) {
        Instant now = clock.instant();
        List<WaitingCall> open = line.open();
        Optional<WaitingCall> known =
                open.stream().filter(call -> call.id().equals(id)).findFirst().or(() -> line.find(id));
        if (known.isEmpty()) {
            WaitingCall joined = join(id, caller, now);
            return new Here(joined, number(joined, line.open()), standing(joined, true, now));
        }
        WaitingCall before = known.get();
        int number = number(before, open);
        int told = before.waiting().told() == 0
                ? number
                : Math.min(number, before.waiting().told());
        WaitingCall renewed = before.heard(now, rules).speaking(before.party().told(caller));
        WaitingCall after = before.waits() ? renewed.told(told) : before;
        boolean held = after.equals(before) || line.write(after);
        WaitingCall stands = held ? after : line.find(id).orElse(before);
        return new Here(stands, told, standing(stands, false, now));
    }

    private Standing standing(WaitingCall call, boolean joined, Instant now) {
        if (call.talking().findAny().isPresent()) {
            return Standing.TAKEN;
        }
        if (call.end().isPresent()) {
            return Standing.OVER;
        }
        if (joined) {
            return Standing.JOINED;
        }
        boolean over = !now.isBefore(call.waiting().until()) || decisions.exhausted(call, candidates.of(call));
        return over ? Standing.OVER : Standing.WAITS;
    }

    private WaitingCall join(WaitingId id, WaitingCaller caller, Instant now) {
        Optional<WaitingCall> before = Optional.ofNullable(caller.phone()).flatMap(phone -> placeOf(phone, now));
        WaitingCall fresh = WaitingCall.joining(id, caller, now, rules);
        WaitingCall joining =
                before.map(old -> fresh.since(old.waiting().since())).orElse(fresh);
        if (!line.write(joining)) {
            return line.find(id).orElse(joining);
        }
        before.filter(WaitingCall::waits)
                .ifPresent(old -> line.update(old.id(), call -> call.ended(How.CALLED_AGAIN, now)));
        return line.find(id).orElse(joining);
    }

    /** Whoever hung up a short while ago, or still waits for a call back, keeps their place. */
    private Optional<WaitingCall> placeOf(PhoneNumber phone, Instant now) {
        return line.latestOf(phone, now.minus(rules.callBackWithin().plus(rules.resume())))
                .filter(before -> keepsPlace(before, now));
    }

    private boolean keepsPlace(WaitingCall before, Instant now) {
        return before.end()
                .map(end -> end.how() == How.ABANDONED && now.isBefore(end.at().plus(rules.resume())))
                .orElseGet(before::waits);
    }

    private static int number(WaitingCall call, List<WaitingCall> open) {
        return 1
                + (int) open.stream()
                        .filter(WaitingCall::waits)
                        .filter(other -> !other.id().equals(call.id()) && isBefore(other, call))
                        .count();
    }

    private static boolean isBefore(WaitingCall one, WaitingCall other) {
        return QueuePosition.of(one.waiting().since(), one.id())
                        .compareTo(QueuePosition.of(other.waiting().since(), other.id()))
                < 0;
    }

    /** Somebody who waits, or did, is promised a call back; they keep their place. */
    public void promise(WaitingId id, WaitingCaller caller, @Nullable PhoneNumber entered) {
        StoredLine.telling(() -> promised(id, caller.at(entered)));
    }

    private void promised(WaitingId id, WaitingCaller whom) {
        Instant now = clock.instant();
        Instant since = line.find(id).map(call -> call.waiting().since()).orElse(now);
        if (line.find(id.back()).isPresent()) {
            line.update(id.back(), call -> call.speaking(whom));
            return;
        }
        line.write(WaitingCall.promised(id, whom, since, now, rules));
    }

    /** A caller wants to leave for this; it is carried out when they are out of their queue, also with the store away. */
    public void wants(WaitingId id, How how) {
        exits.wants(id, how);
        leaves(id, how);
    }

    /** Why a caller is about to leave, or has just left. */
    public Optional<How> exit(WaitingId id) {
        return exits.of(id);
    }

    /** A caller leaves the line. */
    public void leaves(WaitingId id, How how) {
        Instant now = clock.instant();
        StoredLine.telling(() -> line.update(id, call -> call.ended(how, now)));
    }

    /** The call itself is over: whoever waited does so no more, and whoever was promised a call back can be called. */
    public void callIsOver(WaitingId id) {
        Instant now = clock.instant();
        StoredLine.telling(() -> {
            line.update(
                    id,
                    call -> call.taken().filter(Accept::bridged).isEmpty()
                            ? call.ended(How.ABANDONED, now)
                            : call.talkOver(now));
            line.update(id.back(), call -> call.reachable(now));
        });
    }

    /** A talk is over, as the caller's side tells; empty also if the store is away. */
    public Optional<WaitingCall> talkIsOver(WaitingId id) {
        Instant now = clock.instant();
        return StoredLine.asking(() -> line.update(id, call -> call.talkOver(now)), Optional.empty());
    }
}
