package org.careline.telephony;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.careline.carrier.Answer;
import org.careline.carrier.Carrier;
import org.careline.carrier.Leg;
import org.careline.node.Installation;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.speech.QueueScript;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.waiting.CarrierLegs;
import org.careline.waiting.LegDesk;
import org.careline.waiting.LineView;
import org.careline.waiting.RingAttempt.State;
import org.careline.waiting.StoredLine;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the carrier for legs. That a phone will be rung is written before it is asked for, and what came of it afterwards; an
 * answer that does not come leaves a leg that may ring, which tells of itself when it does. No command is sent twice.
 */
@Component
final class LegPlacer implements CarrierLegs {

    private static final Logger LOG = LoggerFactory.getLogger(LegPlacer.class);

    /** A leg of which it is not known that it ended is asked to end again after this. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final int ENDED_AT_MOST = 3;

    private final Carrier carrier;
    private final LegDesk desk;
    private final RingPlanner planner;
    private final Installation ours;
    private final Duration ring;
    private final LineView view;
    private final PendingAlarms alarms;
    private final LegWorkers workers;

    /** @param workers ask the carrier, which can take half a minute */
    LegPlacer(
            Carrier carrier,
            LegDesk desk,
            RingPlanner planner,
            Installation ours,
            CallPlan rules,
            LineView view,
            PendingAlarms alarms,
            LegWorkers workers) {
        this.carrier = carrier;
        this.desk = desk;
        this.planner = planner;
        this.ours = ours;
        this.ring = Duration.ofSeconds(rules.ringSeconds());
        this.view = view;
        this.alarms = alarms;
        this.workers = workers;
    }

    @Override
    public void ring(WaitingCall call, CoordinatorId coordinator) {
        workers.now(() -> ask(call, coordinator));
    }

    private void ask(WaitingCall call, CoordinatorId coordinator) {
        Optional<Leg> leg = leg(call, coordinator);
        if (leg.isEmpty()) {
            told(call.id(), coordinator, State.FAILED, null);
            return;
        }
        Answer<String> answer = carrier.place(leg.get());
        if (answer instanceof Answer.TooSoon<String> early) {
            workers.later(() -> ask(call, coordinator), early.pause());
        } else {
            placed(call.id(), coordinator, answer);
        }
    }

    private void placed(WaitingId id, CoordinatorId coordinator, Answer<String> answer) {
        if (answer instanceof Answer.Done<String> done) {
            view.legTaken();
            told(id, coordinator, State.PLACED, done.value());
        } else if (answer instanceof Answer.Refused<String> no) {
            LOG.warn("The carrier does not ring {}: code {}", coordinator, no.code());
            alarms.unreachable(coordinator);
            told(id, coordinator, State.FAILED, null);
        } else {
            view.legFailed();
            told(id, coordinator, answer instanceof Answer.NotSent ? State.FAILED : State.UNKNOWN, null);
        }
    }

    private Optional<Leg> leg(WaitingCall call, CoordinatorId coordinator) {
        return ours.reached()
                .flatMap(base -> planner.position(coordinator)
                        .flatMap(position -> planner.coordinator(planner.version(), position)
                                .map(one -> leg(call, one, base, new LegRef(call.id(), planner.version(), position)))));
    }

    private Leg leg(WaitingCall call, Coordinator whose, String base, LegRef place) {
        return new Leg(
                call.party().dialled(),
                whose.phone(),
                URI.create(base + QueueScript.ANSWERED + place.text()),
                URI.create(base + QueueScript.STATUS + place.text()),
                ring);
    }

    /** That it may not be accepted any more was written before. */
    @Override
    public void end(String leg) {
        workers.now(() -> finish(leg, ENDED_AT_MOST));
    }

    /** Whatever is not ended so is so by itself when it has rung for long enough, or its phone is told that nobody waits. */
    private void finish(String leg, int times) {
        Answer<?> answer = carrier.end(leg);
        boolean known = answer instanceof Answer.Done || answer instanceof Answer.Refused;
        if (!known && times > 1) {
            workers.later(() -> finish(leg, times - 1), AGAIN);
        }
    }

    /** With the store away, what is not told here is told by the leg itself, or the leg is lost in the end. */
    private void told(WaitingId id, CoordinatorId coordinator, State state, @Nullable String leg) {
        StoredLine.telling(() -> desk.ringIs(id, coordinator, state, leg));
    }
}
