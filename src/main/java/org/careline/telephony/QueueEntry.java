package org.careline.telephony;

import java.time.Duration;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.routing.RingPlan;
import org.careline.speech.Before;
import org.careline.speech.CallScripts;
import org.careline.speech.PlanPosition;
import org.careline.speech.QueueScript;
import org.careline.speech.WebhookReply;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineRules;
import org.careline.waiting.LineView;
import org.careline.waiting.WaitEnd.How;
import org.careline.waiting.WaitingCall;
import org.careline.waiting.WaitingId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets callers into the waiting line, if it can be used and somebody could be rung for them. Whoever asks there to be called
 * back stays in it: when their turn comes, a coordinator's phone rings, and then theirs. If the store does not take that, the
 * lead owes the call all the same, to a person's hand.
 */
@Component
final class QueueEntry implements WaitingQueue {

    private final QueueScript script;
    private final LineDesk desk;
    private final LineView view;
    private final boolean open;

    QueueEntry(CallScripts scripts, LineDesk desk, LineView view, LineRules rules) {
        this.script = scripts.queue;
        this.desk = desk;
        this.view = view;
        this.open = !rules.longestWait().isZero();
    }

    @Override
    public Optional<WebhookReply> enter(IncomingCall call, RingPlan plan, Before before) {
        boolean somebody = !plan.rings().isEmpty() || !plan.later().isEmpty();
        return open && somebody && view.usable()
                ? call.waiting()
                        .flatMap(id -> call.number()
                                .map(number -> script.queue(
                                        number, call.spoken(), PlanPosition.first(plan), before, id.call())))
                : Optional.empty();
    }

    @Override
    public Duration turn(IncomingCall call) {
        return call.waiting()
                .filter(id -> desk.exit(id).isPresent() && view.stored())
                .flatMap(desk::find)
                .map(waiting -> waiting.waiting().told())
                .filter(number -> number > 0)
                .flatMap(view::estimate)
                .orElse(Duration.ZERO);
    }

    @Override
    public void promised(IncomingCall call, @Nullable PhoneNumber entered) {
        call.waiting()
                .filter(id -> desk.exit(id).filter(How.FOR_A_CALL_BACK::equals).isPresent() || left(id))
                .ifPresent(id -> desk.promise(id, call.party(false), entered));
    }

    private boolean left(WaitingId id) {
        return view.stored()
                && desk.find(id)
                        .map(WaitingCall::ended)
                        .filter(ended -> ended.how() == How.FOR_A_CALL_BACK)
                        .isPresent();
    }

    /** An end that is missed here is one of a caller who is not heard of any more. */
    @Override
    public void isOver(IncomingCall call) {
        call.waiting().ifPresent(id -> desk.callIsOver(id));
    }
}
