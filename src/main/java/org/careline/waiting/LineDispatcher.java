package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.careline.staff.CoordinatorId;
import org.careline.store.Rounds;
import org.springframework.stereotype.Component;

/**
 * Rings phones for whoever waits, and ends legs that are of no use any more. What is to be done is written first; each node
 * looks, and the guard lets one of them do it. While nobody waits it looks seldom.
 */
@Component
public final class LineDispatcher extends Rounds {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Talks of this long count for the estimate and for what coordinators do today. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private static final Duration BETWEEN_LOOKS_AT_TALKS = Duration.ofSeconds(10);

    /** How long it is kept who waited. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final WaitingLine line;
    private final LegDesk desk;
    private final LineDecisions decisions;
    private final LineCandidates candidates;
    private final LineView view;
    private final CarrierLegs carrier;
    private final LineListener listener;
    private final Duration wrapUp;
    private final Clock clock;
    private final AtomicBoolean nudged = new AtomicBoolean(true);
    private Instant nextLook = Instant.MIN;
    private Instant nextTalks = Instant.MIN;
    private List<Talk> recent = List.of();

    LineDispatcher(
            WaitingLine line,
            LegDesk desk,
            LineDecisions decisions,
            LineCandidates candidates,
            LineView view,
            CarrierLegs carrier,
            LineListener listener,
            LineRules rules,
            Clock clock) {
        super("line", PAUSE);
        this.line = line;
        this.desk = desk;
        this.decisions = decisions;
        this.candidates = candidates;
        this.view = view;
        this.carrier = carrier;
        this.listener = listener;
        this.wrapUp = rules.wrapUp();
        this.clock = clock;
    }

    /** Somebody began to wait here: look at once. Another node's dispatcher finds them within {@link #IDLE}. */
    public void nudge() {
        nudged.set(true);
    }

    @Override
    protected void work() {
        Instant now = clock.instant();
        boolean early = now.isBefore(nextLook) && now.plus(IDLE).isAfter(nextLook);
        if (!nudged.getAndSet(false) && early) {
            return;
        }
        List<WaitingCall> open = line.open();
        view.lineSeen();
        nextLook = open.isEmpty() ? now.plus(IDLE) : now;
        lookAtTalks(now);
        view.talksSeen(open, recent);
        decisions.next(open, candidates::of, wrappingUp(now), now).forEach(this::take);
    }

    private void lookAtTalks(Instant now) {
        boolean early =
                now.isBefore(nextTalks) && now.plus(BETWEEN_LOOKS_AT_TALKS).isAfter(nextTalks);
        if (!early) {
            recent = line.talksSince(now.minus(MEMORY));
            line.forget(now.minus(KEPT));
            nextTalks = now.plus(BETWEEN_LOOKS_AT_TALKS);
        }
    }

    private Set<CoordinatorId> wrappingUp(Instant now) {
        Set<CoordinatorId> busy = new HashSet<>();
        recent.stream()
                .filter(talk -> now.isBefore(talk.over().plus(wrapUp)))
                .forEach(talk -> busy.add(talk.coordinator()));
        return busy;
    }

    private void ends(WaitingCall call, RingAttempt ring) {
        String leg = ring.leg();
        if (leg != null && desk.ends(call.id(), ring.coordinator(), leg)) {
            carrier.end(leg);
        }
    }

    private void take(LineAction step) {
        if (step instanceof LineAction.Tidy tidy) {
            if (line.write(tidy.call())) {
                listener.tidied(tidy.call());
            }
        } else if (step instanceof LineAction.RingPhone ring) {
            desk.asks(ring.call().id(), ring.coordinator()).ifPresent(call -> carrier.ring(call, ring.coordinator()));
        } else if (step instanceof LineAction.EndLeg end) {
            ends(end.call(), end.ring());
        }
    }
}
