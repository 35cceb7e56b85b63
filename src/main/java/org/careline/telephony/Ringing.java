package org.careline.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.careline.contact.CallerIdentity;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.careline.node.EnumCounter;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlanner;
import org.careline.snapshot.RingPlans;
import org.careline.speech.Reply;
import org.careline.speech.RingPlace;
import org.careline.speech.RingScript;
import org.careline.speech.Spoken;
import org.careline.speech.VoiceScript;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the plan of a call: in the waiting line, or, when that cannot be used, by dialling coordinators one after the other;
 * and takes a message when nobody accepts. Where a call is in its plan stands in the
 * address that Twilio asks, so nothing is kept of it; an address that does not belong to this node's files leads to
 * voicemail.
 */
final class Ringing {

    private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);

    private final RingPlans plans;
    private final RingPlanner planner;
    private final VoiceScript script;
    private final RingScript rings;
    private final LineEntrance line;
    private final Accepts accepts;
    private final RoutingFacts facts;
    private final Consumer<CoordinatorId> unreachable;
    private final EnumCounter<Outcome> outcomes;

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
            LineEntrance line,
            Accepts accepts,
            RoutingFacts facts,
            Consumer<CoordinatorId> unreachable,
            MeterRegistry meters) {
        this.plans = plans;
        this.planner = planner;
        this.script = script;
        this.rings = rings;
        this.line = line;
        this.accepts = accepts;
        this.facts = facts;
        this.unreachable = unreachable;
        this.outcomes =
                new EnumCounter<>(meters, "careline.rings", "Phones rung, by what came of it", Outcome.values());
    }

    /** Whose phones ring for a caller. Only for a number of the clinic does any: Twilio shows no other to a coordinator. */
    Optional<RingPlan> plan(String dialled, CallerIdentity caller, Spoken spoken) {
        return script.knows(dialled) ? Optional.of(planned(caller, dialled, spoken)) : Optional.empty();
    }

    /** A caller is greeted in another language than before, and who speaks it is rung. */
    Reply begin(String dialled, CallerIdentity caller, Spoken spoken, String call) {
        Optional<RingPlan> plan = plan(dialled, caller, spoken);
        plan.ifPresent(made -> facts.again(call, made, spoken));
        return plan.map(made -> begin(made, dialled, spoken, call)).orElseGet(() -> script.greeting(dialled));
    }

    /** A caller is greeted. */
    Reply begin(RingPlan plan, String dialled, Spoken spoken, String call) {
        return line.greeting(plan, dialled, spoken, call)
                .or(() -> RingPlace.first(plan)
                        .flatMap(place -> phone(place).map(phone -> rings.first(dialled, spoken, place, phone))))
                .orElseGet(() -> script.greeting(dialled, spoken, plan.opening()));
    }

    /** A caller has heard the greeting, or enough of it. */
    Reply greeted(String dialled, CallerIdentity caller, Spoken spoken, String call) {
        RingPlan plan = planned(caller, dialled, spoken);
        return line.greeted(plan, dialled, spoken, call)
                .or(() -> RingPlace.first(plan).map(place -> atOnce(dialled, spoken, place)))
                .orElseGet(() -> script.nobodyCame(dialled, spoken));
    }

    /** A caller has declined to be recorded while they were greeted. */
    Reply declined(String dialled, CallerIdentity caller, Spoken spoken, String call) {
        RingPlan plan = planned(caller, dialled, spoken);
        return line.declined(plan, dialled, spoken, call)
                .or(() -> RingPlace.first(plan).map(place -> declined(dialled, spoken, place)))
                .orElseGet(() -> script.nobodyCame(dialled, spoken));
    }

    /** A caller has declined to be recorded before this one is rung. */
    Reply declined(String dialled, Spoken spoken, RingPlace place) {
        return phone(place)
                .map(phone -> rings.declined(dialled, spoken, place, phone))
                .orElseGet(() -> script.nobodyCame(dialled, spoken));
    }

    /** Tells how to leave a message, in the words for this hour. */
    Reply message(String dialled, CallerIdentity caller, Spoken spoken) {
        return script.greeting(dialled, spoken, planned(caller, dialled, spoken).opening());
    }

    private RingPlan planned(CallerIdentity caller, String dialled, Spoken spoken) {
        String language = spoken.choice().map(tongue -> tongue.tag).orElse(null);
        RingPlan plan = plans.planFor(caller, dialled, language);
        LOG.debug("A call is planned: {}", plan);
        return plan;
    }

    /** Rings this one, after a word and a moment for a key. */
    Reply next(String dialled, Spoken spoken, RingPlace place) {
        return phone(place)
                .map(phone -> rings.next(dialled, spoken, place, phone))
                .orElseGet(() -> script.nobodyCame(dialled, spoken));
    }

    /** Rings this one. */
    Reply atOnce(String dialled, Spoken spoken, RingPlace place) {
        return phone(place)
                .map(phone -> rings.atOnce(dialled, spoken, place, phone))
                .orElseGet(() -> script.nobodyCame(dialled, spoken));
    }

    /**
     * A ring has ended.
     *
     * @param path the caller's language, and where the call is in its plan
     */
    Reply ended(String path, Parameters call) {
        String dialled = call.text("To");
        Optional<Way> way = Way.read(path);
        Spoken spoken = way.map(Way::spoken).orElseGet(() -> script.spoken(dialled));
        Optional<RingPlace> place = way.map(Way::place).flatMap(RingPlace::read);
        Outcome outcome = place.flatMap(this::coordinator)
                .map(rung -> outcome(call, rung.key()))
                .orElse(Outcome.UNKNOWN_PLAN);
        outcomes.count(outcome);
        place.flatMap(this::coordinator).ifPresent(rung -> told(call, rung.key(), outcome));
        return switch (outcome) {
            case TALKED -> RingScript.HANG_UP;
            case UNKNOWN_PLAN -> script.nobodyCame(dialled, spoken);
            case NOT_ACCEPTED, BUSY, NO_ANSWER, FAILED, CANCELED ->
                place.flatMap(RingPlace::next)
                        .map(next -> next(dialled, spoken, next))
                        .orElseGet(() -> script.nobodyCame(dialled, spoken));
        };
    }

    private void told(Parameters call, CoordinatorId rung, Outcome outcome) {
        String sid = call.text("CallSid");
        if (outcome == Outcome.TALKED) {
            call.find("DialCallDuration")
                    .filter(seconds -> seconds.matches("\\d{1,6}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .ifPresent(length -> facts.talked(sid, rung, length));
        } else {
            facts.rang(sid, rung, outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
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
