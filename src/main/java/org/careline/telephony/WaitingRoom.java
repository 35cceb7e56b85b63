package org.careline.telephony;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.careline.speech.CallScripts;
import org.careline.speech.Key;
import org.careline.speech.PlanPosition;
import org.careline.speech.QueueScript;
import org.careline.speech.SpokenLanguages;
import org.careline.speech.WebhookReply;
import org.careline.waiting.LineDesk;
import org.careline.waiting.LineDesk.Here;
import org.careline.waiting.LineDispatcher;
import org.careline.waiting.LineRules;
import org.careline.waiting.LineView;
import org.careline.waiting.WaitEnd.How;
import org.careline.waiting.WaitingCaller;
import org.careline.waiting.WaitingId;
import org.springframework.stereotype.Component;

/**
 * The caller's side of the waiting line. Who waits is heard of with each document that the carrier asks for; a store that is
 * away lets them wait on, up to the longest wait, because a phone that was rung may still be picked up.
 */
@Component
final class WaitingRoom {

    /** How often callers hear where they stand. */
    private static final Duration BETWEEN_NUMBERS = Duration.ofSeconds(30);

    private final LineDesk desk;
    private final LineView view;
    private final QueueScript script;
    private final RecordingConsent consent;
    private final CallRecords records;
    private final CrisisExit crisis;
    private final Duration longestWait;
    private final LineDispatcher dispatcher;
    private final Clock clock;

    WaitingRoom(
            LineDesk desk,
            LineView view,
            CallScripts scripts,
            RecordingConsent consent,
            CallRecords records,
            CrisisExit crisis,
            LineRules rules,
            LineDispatcher dispatcher,
            Clock clock) {
        this.desk = desk;
        this.view = view;
        this.script = scripts.queue;
        this.consent = consent;
        this.records = records;
        this.crisis = crisis;
        this.longestWait = rules.longestWait();
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /**
     * A caller waits, and the carrier has nothing more to say to them.
     *
     * @param at the place in their plan; empty if it has nobody to dial
     */
    WebhookReply waits(IncomingCall call, Optional<PlanPosition> at) {
        Optional<WaitingId> id = call.waiting();
        if (id.isEmpty() || desk.exit(id.get()).isPresent()) {
            return QueueScript.LEAVE;
        }
        Duration sofar = call.inQueue();
        boolean fresh = sofar.compareTo(QueueExit.AT_ONCE) < 0;
        if (fresh && !view.usable()) {
            return QueueScript.LEAVE;
        }
        WebhookReply blind =
                !fresh && sofar.compareTo(longestWait) < 0 ? script.silence(call.spoken(), at) : QueueScript.LEAVE;
        return desk.here(id.get(), party(call, at))
                .map(here -> told(here, call, at))
                .orElse(blind);
    }

    /** In the languages that the caller has chosen since the address was made. */
    private WebhookReply told(Here here, IncomingCall call, Optional<PlanPosition> at) {
        WaitingCaller party = here.call().party();
        return told(here, call.as(party).spoken(), party.recorded() ? at : unrecorded(at));
    }

    private WebhookReply told(Here here, SpokenLanguages spoken, Optional<PlanPosition> at) {
        return switch (here.standing()) {
            case JOINED -> {
                dispatcher.nudge();
                yield script.first(spoken, at);
            }
            case WAITS -> number(here, spoken, at);
            case TAKEN -> script.silence(spoken, at);
            case OVER -> QueueScript.LEAVE;
        };
    }

    private WebhookReply number(Here here, SpokenLanguages spoken, Optional<PlanPosition> at) {
        Duration sofar = here.call().waited(clock.instant());
        long before = sofar.minusSeconds(QueueScript.BREATH + 4L).toSeconds();
        boolean due =
                sofar.toSeconds() / BETWEEN_NUMBERS.toSeconds() > Math.max(before, 0) / BETWEEN_NUMBERS.toSeconds();
        if (!due) {
            return script.silence(spoken, at);
        }
        int minutes = view.estimate(here.number())
                .map(Duration::toMinutes)
                .map(Long::intValue)
                .orElse(0);
        return script.number(spoken, at, here.number(), minutes);
    }

    /** A key, or something said, while a caller waits. */
    WebhookReply key(IncomingCall call, Optional<PlanPosition> at) {
        Optional<WaitingId> id = call.waiting();
        if (id.isEmpty()) {
            return QueueScript.LEAVE;
        }
        if (crisis.asked(call)) {
            crisis.note(call);
            return leaving(id.get(), How.FOR_THE_CRISIS_LINE);
        }
        return switch (Key.of(call.form().text("Digits"))) {
            case CALL_BACK -> leaving(id.get(), How.FOR_A_CALL_BACK);
            case OTHER_LANGUAGE -> other(id.get(), call, at);
            case DO_NOT_RECORD -> declined(id.get(), call, at);
            case CRISIS_LINE, NONE -> waits(call, at);
        };
    }

    private WebhookReply declined(WaitingId id, IncomingCall call, Optional<PlanPosition> at) {
        if (!consent.asked()) {
            return waits(call, at);
        }
        consent.declined(call.source());
        tell(id, call);
        return script.notRecorded(call.spoken(), unrecorded(at));
    }

    /** Nobody changes twice; who has no other language goes on waiting. */
    private WebhookReply other(WaitingId id, IncomingCall before, Optional<PlanPosition> at) {
        Optional<IncomingCall> chosen = before.spoken().other().map(before::in);
        chosen.ifPresent(call -> {
            records.chose(call, clock.instant());
            tell(id, call);
        });
        return chosen.map(call -> script.first(call.spoken(), unrecorded(at))).orElseGet(() -> waits(before, at));
    }

    /** What a caller has chosen; whoever changes anything is not recorded. */
    private void tell(WaitingId id, IncomingCall call) {
        Optional<Here> unused = desk.here(id, call.party(false));
    }

    /** The same place of somebody whose talk is not recorded. */
    private static Optional<PlanPosition> unrecorded(Optional<PlanPosition> at) {
        return at.map(place -> place.recorded(false));
    }

    private WebhookReply leaving(WaitingId id, How how) {
        desk.wants(id, how);
        return QueueScript.LEAVE;
    }

    private static WaitingCaller party(IncomingCall call, Optional<PlanPosition> at) {
        return call.party(at.filter(PlanPosition::recorded).isPresent());
    }
}
