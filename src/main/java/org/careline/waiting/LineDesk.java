package org.careline.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.waiting.WaitEnd.How;
import org.jspecify.annotations.Nullable;

/**
 * The callers' side of the waiting line. Every method throws {@link org.careline.store.StoreUnavailable} if the store does not
 * answer in time.
 */
public final class LineDesk {

    private final WaitingLine line;
    private final LineRules rules;
    private final Clock clock;

    public LineDesk(WaitingLine line, LineRules rules, Clock clock) {
        this.line = line;
        this.rules = rules;
        this.clock = clock;
    }

    /** Somebody who waits, and whether they did before they said so now. */
    public record Here(WaitingCall call, int number, boolean joined) {}

    public WaitingLine line() {
        return line;
    }

    /**
     * A caller is there and waits; the first time they join the line, at the place that they had before if they have called
     * again.
     */
    public Here here(WaitingId id, WaitingCaller party) {
        Instant now = clock.instant();
        List<WaitingCall> open = line.open();
        Optional<WaitingCall> known =
                open.stream().filter(call -> call.id().equals(id)).findFirst().or(() -> line.find(id));
        if (known.isEmpty()) {
            WaitingCall joined = join(id, party, now);
            return new Here(joined, number(joined, line.open()), true);
        }
        WaitingCall before = known.get();
        int number = number(before, open);
        int told = before.waiting().told() == 0
                ? number
                : Math.min(number, before.waiting().told());
        WaitingCall renewed = before.heard(now, rules).speaking(before.party().told(party));
        WaitingCall after = before.waits() ? renewed.told(told) : before;
        if (!after.equals(before) && !line.write(after)) {
            return new Here(line.find(id).orElse(before), told, false);
        }
        return new Here(after, told, false);
    }

    private WaitingCall join(WaitingId id, WaitingCaller party, Instant now) {
        Optional<WaitingCall> before = Optional.ofNullable(party.phone()).flatMap(phone -> placeOf(phone, now));
        WaitingCall fresh = WaitingCall.joining(id, party, now, rules);
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
        WaitEnd how = before.ended();
        return how == null
                ? before.waits()
                : how.how() == How.ABANDONED && now.isBefore(how.at().plus(rules.resume()));
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
    public void promise(WaitingId id, WaitingCaller party, @Nullable PhoneNumber entered) {
        Instant now = clock.instant();
        Instant since = line.find(id).map(call -> call.waiting().since()).orElse(now);
        WaitingCaller whom = party.at(entered);
        if (line.find(id.back()).isPresent()) {
            line.update(id.back(), call -> call.speaking(whom));
            return;
        }
        line.write(WaitingCall.promised(id, whom, since, now, rules));
    }

    /** A caller leaves the line. */
    public void leaves(WaitingId id, How how) {
        Instant now = clock.instant();
        line.update(id, call -> call.ended(how, now));
    }

    /** The call itself is over: whoever waited does so no more, and whoever was promised a call back can be called. */
    public void callIsOver(WaitingId id) {
        Instant now = clock.instant();
        line.update(
                id,
                call -> call.waits() || call.accept() == null || !call.accept().bridged()
                        ? call.ended(How.ABANDONED, now)
                        : call.talkOver(now));
        line.update(id.back(), call -> call.reachable(now));
    }

    /** A talk is over, as the caller's side tells. */
    public Optional<WaitingCall> talkIsOver(WaitingId id) {
        Instant now = clock.instant();
        return line.update(id, call -> call.talkOver(now));
    }
}
