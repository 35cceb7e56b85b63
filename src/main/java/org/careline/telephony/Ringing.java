package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.careline.node.EnumCounter;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.speech.Before;
import org.careline.speech.CallScripts;
import org.careline.speech.DialScript;
import org.careline.speech.PlanPosition;
import org.careline.speech.VoiceScript;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.springframework.stereotype.Component;

/**
 * Dials coordinators one after the other, and takes a message when nobody accepts. Where a call is in its plan stands in the
 * address that Twilio asks, so nothing is kept of it; an address that does not belong to this node's files leads to
 * voicemail.
 */
@Component
final class Ringing {

    private final RingPlanner planner;
    private final VoiceScript messages;
    private final DialScript rings;
    private final AcceptedCalls accepts;
    private final RoutingFacts facts;
    private final PendingAlarms alarms;
    private final EnumCounter<RingOutcome> outcomes;

    Ringing(
            RingPlanner planner,
            CallScripts scripts,
            AcceptedCalls accepts,
            RoutingFacts facts,
            PendingAlarms alarms,
            MeterRegistry meters) {
        this.planner = planner;
        this.messages = scripts.voice;
        this.rings = scripts.dial;
        this.accepts = accepts;
        this.facts = facts;
        this.alarms = alarms;
        this.outcomes =
                new EnumCounter<>(meters, "careline.rings", "Phones rung, by what came of it", RingOutcome.values());
    }

    /** Rings the first phone of a plan after these words; empty if it has none. */
    Optional<WebhookReply> begin(IncomingCall call, RingPlan plan, Before before) {
        return PlanPosition.first(plan).flatMap(place -> dial(call, place, before));
    }

    /** Rings this one after these words, or takes a message. */
    WebhookReply ring(IncomingCall call, PlanPosition place, Before before) {
        return dial(call, place, before).orElseGet(() -> messages.nobodyCame(call.number(), call.spoken()));
    }

    private Optional<WebhookReply> dial(IncomingCall call, PlanPosition place, Before before) {
        return call.number()
                .flatMap(number ->
                        coordinator(place).map(rung -> rings.dial(number, call.spoken(), place, rung, before)));
    }

    /** A ring has ended. */
    WebhookReply ended(IncomingCall call, Optional<PlanPosition> at) {
        Optional<CoordinatorId> rung = at.flatMap(this::coordinator).map(Coordinator::key);
        RingOutcome outcome = rung.map(one -> outcome(call, one)).orElse(RingOutcome.UNKNOWN_PLAN);
        outcomes.count(outcome);
        rung.ifPresent(one -> told(call, one, outcome));
        return switch (outcome) {
            case TALKED -> DialScript.HANG_UP;
            case UNKNOWN_PLAN -> messages.nobodyCame(call.number(), call.spoken());
            case NOT_ACCEPTED, BUSY, NO_ANSWER, FAILED, CANCELED ->
                at.flatMap(PlanPosition::next)
                        .map(next -> ring(call, next, Before.HOLD))
                        .orElseGet(() -> messages.nobodyCame(call.number(), call.spoken()));
        };
    }

    private void told(IncomingCall call, CoordinatorId rung, RingOutcome outcome) {
        if (outcome == RingOutcome.TALKED) {
            call.form().seconds("DialCallDuration").ifPresent(length -> facts.talked(call.source(), rung, length));
        } else {
            facts.rang(call.source(), rung, outcome.word());
        }
    }

    private RingOutcome outcome(IncomingCall call, CoordinatorId rung) {
        return switch (call.form().text("DialCallStatus")) {
            case "completed", "answered" -> talked(call, rung) ? RingOutcome.TALKED : RingOutcome.NOT_ACCEPTED;
            case "busy" -> RingOutcome.BUSY;
            case "no-answer" -> RingOutcome.NO_ANSWER;
            case "failed" -> {
                alarms.unreachable(rung);
                yield RingOutcome.FAILED;
            }
            default -> RingOutcome.CANCELED;
        };
    }

    /** A mailbox completes a leg as a person does, so Twilio's word alone is not enough; nor is ours, if it did not connect. */
    private boolean talked(IncomingCall call, CoordinatorId rung) {
        boolean bridged = call.form().find("DialBridged").map("true"::equals).orElse(true);
        return bridged && accepts.know(call.source(), rung);
    }

    private Optional<Coordinator> coordinator(PlanPosition place) {
        return planner.coordinator(place.version(), place.position());
    }
}
