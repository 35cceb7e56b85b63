package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.routing.Opening;
import org.careline.routing.RingPlan;
import org.careline.snapshot.RingPlans;
import org.careline.speech.Before;
import org.careline.speech.CallScripts;
import org.careline.speech.VoiceScript;
import org.careline.speech.WebhookReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The journey of a call, told in one place.
 *
 * <p>Somebody dials a number of the clinic. Whose phones ring for them is planned from memory; the call and its plan are kept
 * in one step; then they are greeted, by the first way that can: the waiting line, or phones that are dialled one after the
 * other, or a message. What they do while they are greeted leads back here: they hear it to its end, they decline to be
 * recorded, or they choose another language, for which it is planned again. In the end the carrier says that it is over.
 *
 * <p>In between, each webhook has a teller of its own: {@link Menus} a key, {@link Ringing} a phone that was dialled,
 * {@link WaitingRoom} and {@link QueueExit} the line, {@link CallBacks} a promise, {@link CrisisExit} the crisis line,
 * {@link RecordingWebhooks} a message. Each tells the inbox before it answers; the inbox copes with repeats, late and early
 * ones, and no caller's answer depends on what it says.
 */
@Component
final class InboundCalls {

    private static final Logger LOG = LoggerFactory.getLogger(InboundCalls.class);

    private final RingPlans plans;
    private final RoutingFacts routing;
    private final CallRecords records;
    private final WaitingQueue queue;
    private final Ringing phones;
    private final VoiceScript messages;
    private final LastResort lastResort;
    private final Clock clock;

    InboundCalls(
            RingPlans plans,
            RoutingFacts routing,
            CallRecords records,
            WaitingQueue queue,
            Ringing phones,
            CallScripts scripts,
            LastResort lastResort,
            Clock clock) {
        this.plans = plans;
        this.routing = routing;
        this.records = records;
        this.queue = queue;
        this.phones = phones;
        this.messages = scripts.voice;
        this.lastResort = lastResort;
        this.clock = clock;
    }

    /** Somebody calls. What cannot be planned is kept all the same. */
    WebhookReply answer(IncomingCall call) {
        Optional<RingPlan> plan = lastResort.orNothing(() -> plan(call));
        records.begin(call.inquiry(clock.instant()), plan.map(routing::of));
        return putThrough(call, plan, Before.GREETING);
    }

    /** They have heard the greeting, or enough of it. */
    WebhookReply greeted(IncomingCall call) {
        return putThrough(call, plan(call), Before.NOTHING);
    }

    /** They have declined to be recorded while they were greeted. */
    WebhookReply declined(IncomingCall call) {
        return putThrough(call, plan(call), Before.NOT_RECORDED);
    }

    /** They have chosen another language while they were greeted: who speaks it is rung. */
    WebhookReply again(IncomingCall call) {
        Optional<RingPlan> plan = plan(call);
        plan.ifPresent(made -> routing.again(call, made));
        return putThrough(call, plan, Before.GREETING);
    }

    /** They have chosen another language while they were told how to leave a message. */
    WebhookReply message(IncomingCall call) {
        return message(call, plan(call));
    }

    /** Whose phones ring. Only for a number of the clinic does any: the carrier shows no other to a coordinator. */
    private Optional<RingPlan> plan(IncomingCall call) {
        Optional<RingPlan> plan =
                call.number().map(number -> plans.planFor(call.caller(), number.skills(), call.language()));
        LOG.debug("A call is planned: {}", plan);
        return plan;
    }

    /** The first way that can: the waiting line, phones one after the other, or a message. */
    private WebhookReply putThrough(IncomingCall call, Optional<RingPlan> plan, Before before) {
        return plan.flatMap(made -> queue.enter(call, made, before).or(() -> phones.begin(call, made, before)))
                .orElseGet(() -> before == Before.GREETING
                        ? message(call, plan)
                        : messages.nobodyCame(call.number(), call.spoken()));
    }

    /** In the words for this hour. */
    private WebhookReply message(IncomingCall call, Optional<RingPlan> plan) {
        return messages.greeting(
                call.number(), call.spoken(), plan.map(RingPlan::opening).orElse(Opening.OPEN));
    }

    /** The carrier tells how it goes on, or that it has ended. A leg's status says nothing about the caller's own. */
    WebhookReply status(IncomingCall call) {
        if (call.form().find("ParentCallSid").isPresent()
                || call.form().text("Direction").startsWith("outbound")) {
            return WebhookReply.TAKEN;
        }
        Fact fact = new Fact(
                Kind.CALL_STATUS,
                call.form().text("CallStatus"),
                call.form().time("Timestamp").orElseGet(clock::instant),
                call.form().named(Map.of("duration", "CallDuration", "sequence", "SequenceNumber")));
        boolean taken = records.take(call.source(), fact);
        if (fact.endsTheCall()) {
            queue.isOver(call);
        }
        return taken ? WebhookReply.TAKEN : WebhookReply.TRY_AGAIN;
    }
}
