package org.careline.telephony;

import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.routing.Dialling;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.CallScripts;
import org.careline.speech.DialScript;
import org.careline.speech.QueueScript;
import org.careline.speech.WebhookReply;
import org.careline.staff.CoordinatorId;
import org.careline.waiting.LegDesk;
import org.careline.waiting.LegDesk.Taken;
import org.careline.waiting.RingAttempt.State;
import org.careline.waiting.StoredLine;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;
import org.springframework.stereotype.Component;

/**
 * The coordinators' side of the waiting line: one leg for each phone that was rung. Only a 1 takes a caller; the first one has
 * them, and until the two are connected the others go on ringing. With the store away a 1 still connects: a queue of one gives
 * its caller to one leg only, whoever else dials it.
 */
@Component
final class QueuedLegs {

    private static final String ACCEPT = "1";

    private final LegDesk desk;
    private final RingPlanner planner;
    private final ClinicNumbers numbers;
    private final QueueScript script;
    private final LineFacts facts;
    private final Dialling dialling;
    private final PendingAlarms alarms;

    /** Whose leg asks. */
    private record Whose(LegRef place, CoordinatorId coordinator, String leg) {

        WaitingId id() {
            return place.id();
        }
    }

    QueuedLegs(
            LegDesk desk,
            RingPlanner planner,
            ClinicNumbers numbers,
            CallScripts scripts,
            LineFacts facts,
            Dialling dialling,
            PendingAlarms alarms) {
        this.desk = desk;
        this.planner = planner;
        this.numbers = numbers;
        this.script = scripts.queue;
        this.facts = facts;
        this.dialling = dialling;
        this.alarms = alarms;
    }

    /** Somebody or something picked up. */
    WebhookReply answered(Optional<LegRef> at, WebhookForm leg) {
        return whose(at, leg).map(whose -> answered(whose, leg)).orElse(DialScript.HANG_UP);
    }

    private WebhookReply answered(Whose whose, WebhookForm leg) {
        WebhookReply blind =
                script.whisper(numbers.dialled(leg.text("From")), whose.id().isBack(), whose.place());
        return StoredLine.asking(
                () -> desk.ringIs(whose.id(), whose.coordinator(), State.ANSWERED, whose.leg())
                        .filter(call -> call.ended() == null)
                        .map(call -> blind)
                        .orElseGet(QueueScript::taken),
                blind);
    }

    /** A key, or none. */
    WebhookReply key(Optional<LegRef> at, WebhookForm leg) {
        Optional<Whose> whose = whose(at, leg);
        if (whose.isEmpty()) {
            return DialScript.HANG_UP;
        }
        return leg.text("Digits").equals(ACCEPT) ? accepted(whose.get()) : declined(whose.get());
    }

    private WebhookReply accepted(Whose whose) {
        WebhookReply blind = whose.id().isBack() ? QueueScript.taken() : script.connect(whose.place(), false);
        return StoredLine.asking(() -> taken(whose), blind);
    }

    private WebhookReply taken(Whose whose) {
        Taken taken = desk.accept(whose.id(), whose.coordinator(), whose.leg());
        return taken instanceof Taken.Caller caller
                ? connected(caller.call(), whose.place().of(caller.call().id()))
                : QueueScript.taken();
    }

    private WebhookReply connected(WaitingCall call, LegRef place) {
        if (!call.id().isBack()) {
            return script.connect(place, call.party().recorded());
        }
        return Optional.ofNullable(call.party().phone())
                .filter(phone -> dialling.mayBeDialled(phone) == Dialling.Answer.YES)
                .map(phone ->
                        script.callBack(place, new PhoneNumber(call.party().dialled()), phone))
                .orElseGet(QueueScript::taken);
    }

    private WebhookReply declined(Whose whose) {
        StoredLine.telling(() -> desk.ringIs(whose.id(), whose.coordinator(), State.NOT_ACCEPTED, whose.leg()));
        return DialScript.HANG_UP;
    }

    /** The two are about to be connected; asked for whoever waits, or is called back. */
    WebhookReply connecting(Optional<LegRef> at, WebhookForm leg) {
        whose(at, leg).ifPresent(whose -> StoredLine.telling(() -> bridged(whose)));
        return DialScript.CONNECT;
    }

    private void bridged(Whose whose) {
        desk.bridged(whose.id(), whose.coordinator()).ifPresent(facts::talked);
    }

    /** The dial of whoever accepted is over: after a talk, or because nobody was there any more. */
    WebhookReply ended(Optional<LegRef> at, WebhookForm leg) {
        Optional<Whose> whose = whose(at, leg);
        boolean bridged = leg.find("DialBridged").map("true"::equals).orElse(true);
        String status = leg.text("DialCallStatus");
        boolean talked = bridged && (status.equals("completed") || status.equals("answered"));
        whose.ifPresent(one -> StoredLine.telling(() -> ended(one, talked, status)));
        return talked ? DialScript.HANG_UP : QueueScript.taken();
    }

    private void ended(Whose whose, boolean talked, String status) {
        if (talked) {
            bridged(whose);
        }
        Optional<WaitingCall> over = desk.legIsOver(whose.id(), whose.coordinator());
        if (whose.id().isBack()) {
            over.ifPresent(facts::over);
        }
        if (!talked && whose.id().isBack()) {
            desk.notReached(whose.id()).ifPresent(back -> facts.notReached(back, whose.coordinator(), status));
        }
    }

    /** How a leg goes on. */
    WebhookReply status(Optional<LegRef> at, WebhookForm leg) {
        return whose(at, leg)
                .map(whose -> StoredLine.asking(() -> status(whose, leg.text("CallStatus")), WebhookReply.TRY_AGAIN))
                .orElse(WebhookReply.TAKEN);
    }

    private WebhookReply status(Whose whose, String status) {
        switch (status) {
            case "ringing" -> desk.ringIs(whose.id(), whose.coordinator(), State.RINGING, whose.leg());
            case "in-progress" -> desk.ringIs(whose.id(), whose.coordinator(), State.ANSWERED, whose.leg());
            case "busy" -> desk.ringIs(whose.id(), whose.coordinator(), State.BUSY, whose.leg());
            case "no-answer" -> desk.ringIs(whose.id(), whose.coordinator(), State.NO_ANSWER, whose.leg());
            case "canceled" -> desk.ringIs(whose.id(), whose.coordinator(), State.CANCELED, whose.leg());
            case "failed" -> {
                alarms.unreachable(whose.coordinator());
                desk.ringIs(whose.id(), whose.coordinator(), State.FAILED, whose.leg());
            }
            case "completed" -> desk.legIsOver(whose.id(), whose.coordinator(), whose.leg());
            default -> desk.ringIs(whose.id(), whose.coordinator(), State.PLACED, whose.leg());
        }
        return WebhookReply.TAKEN;
    }

    private Optional<Whose> whose(Optional<LegRef> at, WebhookForm leg) {
        return at.flatMap(place -> planner.coordinator(place.version(), place.position())
                .map(one -> new Whose(place, one.key(), leg.text("CallSid"))));
    }
}
