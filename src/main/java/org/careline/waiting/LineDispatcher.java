package org.careline.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.careline.staff.CoordinatorId;
import org.careline.store.Rounds;

/**
 * Rings phones for whoever waits, and ends legs that are of no use any more. What is to be done is written first; each node
 * looks, and the guard lets one of them do it. While nobody waits it looks seldom.
 */
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
    private final LineTalks talks;
    private final LineHealth health;
    private final Outbox outbox;
    private final Consumer<WaitingCall> tidied;
    private final Duration wrapUp;
    private final Clock clock;
    private final AtomicBoolean nudged = new AtomicBoolean(true);
    private Instant nextLook = Instant.MIN;
    private Instant nextTalks = Instant.MIN;
    private List<Talk> recent = List.of();

    /** Where a leg is asked of the carrier; neither method blocks. */
    public interface Outbox {

        /** Rings a phone for which it was written that it will be rung. */
        void ring(WaitingCall call, CoordinatorId coordinator);

        /** Ends a leg of which it was written that it takes nobody any more. */
        void end(String leg);
    }

    /** @param tidied is told of what ended by itself, once it is written */
    public LineDispatcher(
            WaitingLine line,
            LegDesk desk,
            LineDecisions decisions,
            LineCandidates candidates,
            LineTalks talks,
            LineHealth health,
            Outbox outbox,
            Consumer<WaitingCall> tidied,
            Duration wrapUp,
            Clock clock) {
        super("line", PAUSE);
        this.line = line;
        this.desk = desk;
        this.decisions = decisions;
        this.candidates = candidates;
        this.talks = talks;
        this.health = health;
        this.outbox = outbox;
        this.tidied = tidied;
        this.wrapUp = wrapUp;
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
        health.lineSeen();
        nextLook = open.isEmpty() ? now.plus(IDLE) : now;
        lookAtTalks(now);
        talks.seen(open, recent);
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
            outbox.end(leg);
        }
    }

    private void take(LineAction step) {
        if (step instanceof LineAction.Tidy tidy) {
            if (line.write(tidy.call())) {
                tidied.accept(tidy.call());
            }
        } else if (step instanceof LineAction.RingPhone ring) {
            desk.asks(ring.call().id(), ring.coordinator()).ifPresent(call -> outbox.ring(call, ring.coordinator()));
        } else if (step instanceof LineAction.EndLeg end) {
            ends(end.call(), end.ring());
        }
    }
}
