package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import org.careline.contact.CallerIdentity;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.snapshot.RingPlans;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings coordinators one after the other, and takes a message when nobody accepts. Where a call is in its plan stands in the
 * address that Twilio asks, so nothing is kept of it; an address that does not belong to this node's files leads to
 * voicemail.
 */
final class Ringing {

    private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);

    private final RingPlans plans;
    private final RingPlanner planner;
    private final VoiceScript script;
    private final RingScript rings;
    private final Accepts accepts;
    private final Consumer<CoordinatorId> unreachable;
    private final Tally<Outcome> outcomes;

    /** What came of ringing a phone; the label of the counter. */
    enum Outcome {
        /** A coordinator accepted, and Twilio connected them. */
        TALKED,
        /** Somebody or a mailbox picked up, and nobody accepted. */
        NOT_ACCEPTED,
        BUSY,
        NO_ANSWER,
        FAILED,
        CANCELED,
        /** The plan of the call is not of this node's files. */
        UNKNOWN_PLAN
    }

    /** @param unreachable is told of a phone that the network does not reach; does not block */
    Ringing(
            RingPlans plans,
            RingPlanner planner,
            VoiceScript script,
            RingScript rings,
            Accepts accepts,
            Consumer<CoordinatorId> unreachable,
            MeterRegistry meters) {
        this.plans = plans;
        this.planner = planner;
        this.script = script;
        this.rings = rings;
        this.accepts = accepts;
        this.unreachable = unreachable;
        this.outcomes = new Tally<>(meters, "careline.rings", "Phones rung, by what came of it", Outcome.values());
    }

    /** A call comes in. Only a number of the clinic is rung for: Twilio shows no other to a coordinator. */
    Reply begin(String dialled, CallerIdentity caller) {
        if (!script.knows(dialled)) {
            return script.greeting(dialled);
        }
        RingPlan plan = plans.planFor(caller);
        LOG.debug("A call is planned: {}", plan);
        return RingPlace.first(plan)
                .flatMap(place -> phone(place).map(phone -> rings.first(dialled, place, phone)))
                .orElseGet(() -> script.greeting(dialled, plan.opening()));
    }

    /**
     * A ring has ended.
     *
     * @param path where the call is in its plan
     */
    Reply ended(String path, Parameters call) {
        String dialled = call.text("To");
        Optional<RingPlace> place = RingPlace.read(path);
        Outcome outcome = place.flatMap(this::coordinator)
                .map(rung -> outcome(call, rung.key()))
                .orElse(Outcome.UNKNOWN_PLAN);
        outcomes.count(outcome);
        return switch (outcome) {
            case TALKED -> RingScript.HANG_UP;
            case UNKNOWN_PLAN -> script.nobodyCame(dialled);
            case NOT_ACCEPTED, BUSY, NO_ANSWER, FAILED, CANCELED ->
                place.flatMap(RingPlace::next)
                        .flatMap(next -> phone(next).map(phone -> rings.next(dialled, next, phone)))
                        .orElseGet(() -> script.nobodyCame(dialled));
        };
    }

    private Outcome outcome(Parameters call, CoordinatorId rung) {
        return switch (call.text("DialCallStatus")) {
            case "completed", "answered" -> talked(call, rung) ? Outcome.TALKED : Outcome.NOT_ACCEPTED;
            case "busy" -> Outcome.BUSY;
            case "no-answer" -> Outcome.NO_ANSWER;
            case "failed" -> {
                unreachable.accept(rung);
                yield Outcome.FAILED;
            }
            default -> Outcome.CANCELED;
        };
    }

    /** A mailbox completes a leg as a person does, so Twilio's word alone is not enough; nor is ours, if it did not connect. */
    private boolean talked(Parameters call, CoordinatorId rung) {
        boolean bridged = call.find("DialBridged").map("true"::equals).orElse(true);
        return bridged && accepts.know(SourceId.of(Channel.CALL, call.text("CallSid")), rung);
    }

    private Optional<String> phone(RingPlace place) {
        return coordinator(place).map(Coordinator::phone);
    }

    private Optional<Coordinator> coordinator(RingPlace place) {
        return planner.coordinator(place.version(), place.position());
    }
}
