package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.speech.Reply;
import org.careline.speech.RingPlace;
import org.careline.speech.Spoken;
import org.careline.speech.VoiceScript;
import org.careline.telephony.Unrecorded.What;
import org.careline.waiting.Accept;
import org.careline.waiting.WaitingCall;

/** Where a call goes on from the waiting line, and what the inbox is told of it. */
final class AfterTheLine {

    private final Ringing ringing;
    private final VoiceScript script;
    private final CallBacks callBacks;
    private final Accepts accepts;
    private final RecordingConsent consent;
    private final InquiryInbox inbox;
    private final Unrecorded unrecorded;
    private final Clock clock;
    private final LineFacts story;

    AfterTheLine(
            Ringing ringing,
            VoiceScript script,
            CallBacks callBacks,
            Accepts accepts,
            RecordingConsent consent,
            InquiryInbox inbox,
            Unrecorded unrecorded,
            Clock clock) {
        this.ringing = ringing;
        this.script = script;
        this.callBacks = callBacks;
        this.accepts = accepts;
        this.consent = consent;
        this.inbox = inbox;
        this.unrecorded = unrecorded;
        this.clock = clock;
        this.story = new LineFacts(inbox, unrecorded);
    }

    /** Tells what the line knows of a call. */
    LineFacts story() {
        return story;
    }

    Spoken spoken(Parameters call) {
        return script.spoken(call.text("To"));
    }

    /** Nobody took the call: a message is taken. */
    Reply message(Parameters call, Spoken spoken) {
        return script.nobodyCame(call.text("To"), spoken);
    }

    /** The phones are dialled one after the other; what the caller said to being recorded in the line is not known here. */
    Reply dial(Parameters call, Spoken spoken, String place) {
        return RingPlace.read(place)
                .map(ring -> ringing.atOnce(call.text("To"), spoken, ring.recorded(false)))
                .orElseGet(() -> message(call, spoken));
    }

    Reply callBack(Parameters call, Spoken spoken) {
        return callBacks.ask(call, spoken);
    }

    /** The caller chose another language. */
    void chose(Spoken spoken, Parameters call) {
        spoken.choice().ifPresent(tongue -> {
            Fact fact = new Fact(Kind.LANGUAGE, tongue.tag, clock.instant(), Map.of());
            if (!inbox.amend(SourceId.of(Channel.CALL, call.text("CallSid")), fact)) {
                unrecorded.lost(What.LANGUAGE);
            }
        });
    }

    /** A caller does not want to be recorded; whether anybody would be. */
    boolean declined(Parameters call) {
        if (consent.asked()) {
            consent.declined(SourceId.of(Channel.CALL, call.text("CallSid")));
        }
        return consent.asked();
    }

    /** A coordinator has them, or had: that makes the call answered. */
    void talked(WaitingCall call) {
        Optional<Accept> accept = Optional.ofNullable(call.accept());
        if (accept.isPresent() && call.party().recorded()) {
            consent.announced(call.id().source());
        }
        accept.filter(one -> !accepts.take(call.id().source(), one.coordinator()))
                .ifPresent(lost -> unrecorded.lost(What.ACCEPT));
        story.talked(call);
    }
}
