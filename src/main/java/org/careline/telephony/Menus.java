package org.careline.telephony;

import java.time.Clock;
import java.util.Optional;
import org.careline.speech.Before;
import org.careline.speech.CallScripts;
import org.careline.speech.DialScript;
import org.careline.speech.Key;
import org.careline.speech.MenuPoint;
import org.careline.speech.MenuPoint.CalledBack;
import org.careline.speech.MenuPoint.Fixed;
import org.careline.speech.MenuPoint.NextRing;
import org.careline.speech.VoiceScript;
import org.careline.speech.WebhookReply;
import org.springframework.stereotype.Component;

/**
 * What a key does that a caller presses. It means the same everywhere; one that means nothing here lets the call go on from
 * where it is, without saying again what was said. Every way from here is shorter than the one it leaves, so no call can go
 * round in a circle.
 */
@Component
final class Menus {

    private final InboundCalls calls;
    private final Ringing ringing;
    private final VoiceScript messages;
    private final CrisisExit crisis;
    private final CallBacks callBacks;
    private final RecordingConsent consent;
    private final CallRecords records;
    private final Clock clock;

    Menus(
            InboundCalls calls,
            Ringing ringing,
            CallScripts scripts,
            CrisisExit crisis,
            CallBacks callBacks,
            RecordingConsent consent,
            CallRecords records,
            Clock clock) {
        this.calls = calls;
        this.ringing = ringing;
        this.messages = scripts.voice;
        this.crisis = crisis;
        this.callBacks = callBacks;
        this.consent = consent;
        this.records = records;
        this.clock = clock;
    }

    /** A key was pressed, or something was said. */
    WebhookReply key(IncomingCall call, Optional<MenuPoint> at) {
        if (crisis.asked(call)) {
            return crisis.begin(call);
        }
        return at.map(node -> key(call, node)).orElseGet(() -> messages.nobodyCame(call.number(), call.spoken()));
    }

    private WebhookReply key(IncomingCall call, MenuPoint at) {
        return switch (Key.of(call.form().text("Digits"))) {
            case CALL_BACK -> callBack(call, at);
            case OTHER_LANGUAGE -> other(call, at);
            case DO_NOT_RECORD -> consent.asked() ? decline(call, at) : onwards(call, at);
            case CRISIS_LINE, NONE -> onwards(call, at);
        };
    }

    private WebhookReply callBack(IncomingCall call, MenuPoint at) {
        boolean offered = at == Fixed.MESSAGE || at instanceof NextRing;
        return offered && call.number().isPresent() ? callBacks.ask(call) : onwards(call, at);
    }

    /** Before a message it is told and changes nothing: a message is recorded by its nature. */
    private WebhookReply decline(IncomingCall call, MenuPoint at) {
        consent.declined(call.source());
        if (at instanceof NextRing next) {
            return ringing.ring(call, next.place(), Before.NOT_RECORDED);
        }
        return at == Fixed.GREETING ? calls.declined(call) : onwards(call, at);
    }

    private WebhookReply other(IncomingCall call, MenuPoint at) {
        return at instanceof CalledBack promise
                ? callBacks.change(call, promise.entered())
                : call.spoken().other().map(other -> chosen(call.in(other), at)).orElseGet(() -> onwards(call, at));
    }

    /**
     * The same place in another language; after the greeting, who speaks it is rung. Whoever changes it later has not
     * understood that talks are recorded, as far as we know.
     */
    private WebhookReply chosen(IncomingCall call, MenuPoint at) {
        records.chose(call, clock.instant());
        if (at instanceof NextRing next) {
            return ringing.ring(call, next.place().recorded(false), Before.HOLD);
        }
        if (at == Fixed.GREETING) {
            return calls.again(call);
        }
        if (at == Fixed.UNRECORDED) {
            return calls.greeted(call);
        }
        if (at == Fixed.MESSAGE) {
            return calls.message(call);
        }
        return at == Fixed.MESSAGE_INSTEAD ? messages.messageInstead(call.spoken()) : messages.farewell(call.spoken());
    }

    private WebhookReply onwards(IncomingCall call, MenuPoint at) {
        if (at instanceof NextRing next) {
            return ringing.ring(call, next.place(), Before.NOTHING);
        }
        if (at == Fixed.GREETING || at == Fixed.UNRECORDED) {
            return calls.greeted(call);
        }
        boolean message = at == Fixed.MESSAGE || at == Fixed.MESSAGE_INSTEAD;
        return message ? messages.atTheTone(call.spoken()) : DialScript.HANG_UP;
    }
}
