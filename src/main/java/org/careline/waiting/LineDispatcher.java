package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.CoordinatorId;
import org.springframework.stereotype.Component;

/**
 * Rings phones for whoever waits, and ends legs that are of no use any more. What is to be done is written first; each node
 * looks, and the guard lets one of them do it. While nobody waits it looks seldom.
 */
@Component
public final class LineDispatcher extends BackgroundJob {

    /** Whoever begins to wait here is told of; who began at a node that is gone since is found within the longest pause. */
    private static final Pace PACE = Pace.between(Duration.ofMillis(100), Duration.ofSeconds(12));

    /** Talks of this long count for the estimate and for what coordinators do today. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private static final Duration BETWEEN_LOOKS_AT_TALKS = Duration.ofSeconds(10);

    /** While nobody waits they tell callers only how long it would take. */
    private static final Duration BETWEEN_LOOKS_AT_NOBODY = Duration.ofMinutes(2);

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
    private Instant lastTalks = Instant.EPOCH;
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
        super("line", PACE.atOnce());
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

    @Override
    protected Next work() {
        Instant now = clock.instant();
        List<WaitingCall> open = line.open();
        view.lineSeen();
        lookAtTalks(now, open.isEmpty() ? BETWEEN_LOOKS_AT_NOBODY : BETWEEN_LOOKS_AT_TALKS);
        view.talksSeen(open, recent);
        decisions.next(open, candidates::of, wrappingUp(now), now).forEach(this::take);
        return Next.after(!open.isEmpty());
    }

    private void lookAtTalks(Instant now, Duration pause) {
        if (Duration.between(lastTalks, now).abs().compareTo(pause) >= 0) {
            recent = line.talksSince(now.minus(MEMORY));
            line.forget(now.minus(KEPT));
            lastTalks = now;
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
