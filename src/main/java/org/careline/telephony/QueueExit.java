package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.careline.lead.Waited;
import org.careline.speech.Before;
import org.careline.speech.CallScripts;
import org.careline.speech.DialScript;
import org.careline.speech.PlanPosition;
import org.careline.speech.VoiceScript;
import org.careline.speech.WebhookReply;
import org.careline.waiting.LineDesk;
import org.careline.waiting.WaitEnd;
import org.careline.waiting.WaitEnd.How;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;
import org.springframework.stereotype.Component;

/** Where callers go who are out of their queue: what they wished there, a message, or the end after a talk. */
@Component
final class QueueExit {

    /** Who leaves a queue within this has not waited: nobody was rung for them. */
    static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final LineDesk desk;
    private final LineFacts facts;
    private final Ringing ringing;
    private final CallBacks callBacks;
    private final CrisisExit crisis;
    private final VoiceScript messages;
    private final Clock clock;

    QueueExit(
            LineDesk desk,
            LineFacts facts,
            Ringing ringing,
            CallBacks callBacks,
            CrisisExit crisis,
            CallScripts scripts,
            Clock clock) {
        this.desk = desk;
        this.facts = facts;
        this.ringing = ringing;
        this.callBacks = callBacks;
        this.crisis = crisis;
        this.messages = scripts.voice;
        this.clock = clock;
    }

    /**
     * A caller is out of their queue.
     *
     * @param at the place in the plan, as it was when the caller began to wait
     */
    WebhookReply left(IncomingCall call, Optional<PlanPosition> at) {
        Optional<WaitingId> id = call.waiting();
        return switch (call.form().text("QueueResult")) {
            case "bridged", "bridging-in-process" ->
                id.map(one -> talked(one, call)).orElse(DialScript.HANG_UP);
            case "hangup" -> id.map(one -> hungUp(one, call)).orElse(DialScript.HANG_UP);
            case "leave" -> id.map(one -> leaves(one, call, at)).orElseGet(() -> message(call));
            default -> dial(call, at);
        };
    }

    /** Nobody took the call: a message is taken. */
    private WebhookReply message(IncomingCall call) {
        return messages.nobodyCame(call.number(), call.spoken());
    }

    /** The phones are dialled one after the other; what the caller said to being recorded in the line is not known here. */
    private WebhookReply dial(IncomingCall call, Optional<PlanPosition> at) {
        return at.map(ring -> ringing.ring(call, ring.recorded(false), Before.NOTHING))
                .orElseGet(() -> message(call));
    }

    private WebhookReply talked(WaitingId id, IncomingCall call) {
        Optional<WaitingCall> over = desk.talkIsOver(id);
        left(id, Waited.How.TALKED, call, over);
        over.ifPresent(facts::talked);
        return DialScript.HANG_UP;
    }

    private WebhookReply hungUp(WaitingId id, IncomingCall call) {
        Optional<WaitingCall> known = desk.find(id);
        desk.leaves(id, How.ABANDONED);
        left(id, Waited.How.ABANDONED, call, known);
        return DialScript.HANG_UP;
    }

    private void left(WaitingId id, Waited.How how, IncomingCall call, Optional<WaitingCall> known) {
        facts.left(id.source(), how, clock.instant(), call.inQueue(), known);
    }

    private WebhookReply leaves(WaitingId id, IncomingCall left, Optional<PlanPosition> at) {
        Optional<WaitingCall> known = desk.find(id);
        IncomingCall call = known.map(one -> left.as(one.party())).orElse(left);
        Optional<How> why = desk.exit(id).or(() -> known.map(WaitingCall::ended).map(WaitEnd::how));
        if (why.isPresent() && why.get() == How.FOR_A_CALL_BACK) {
            left(id, Waited.How.FOR_A_CALL_BACK, call, known);
            return callBacks.ask(call);
        }
        if (why.isPresent() && why.get() == How.FOR_THE_CRISIS_LINE) {
            left(id, Waited.How.FOR_THE_CRISIS_LINE, call, known);
            return crisis.begin(call);
        }
        desk.leaves(id, How.FOR_A_MESSAGE);
        if (unrung(call, known)) {
            return dial(call, at);
        }
        left(id, Waited.How.FOR_A_MESSAGE, call, known);
        return message(call);
    }

    /** Whether nobody's phone was rung: then each is dialled in its turn. */
    private static boolean unrung(IncomingCall call, Optional<WaitingCall> known) {
        return known.map(one -> !one.wasRung()).orElseGet(() -> call.inQueue().compareTo(AT_ONCE) < 0);
    }
}
