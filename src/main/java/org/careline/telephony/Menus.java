package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.careline.contact.CallerIdentity;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.speech.Key;
import org.careline.speech.Node;
import org.careline.speech.Node.CalledBack;
import org.careline.speech.Node.Fixed;
import org.careline.speech.Node.NextRing;
import org.careline.speech.Reply;
import org.careline.speech.RingScript;
import org.careline.speech.Spoken;
import org.careline.speech.Tongue;
import org.careline.speech.VoiceScript;
import org.careline.telephony.Unrecorded.What;

/**
 * What a key does that a caller presses. It means the same everywhere; one that means nothing here lets the call go on from
 * where it is, without saying again what was said. Every way from here is shorter than the one it leaves, so no call can go
 * round in a circle.
 */
final class Menus {

    private final Ringing ringing;
    private final VoiceScript script;
    private final CrisisExit crisis;
    private final CallBacks callBacks;
    private final RecordingConsent consent;
    private final InquiryInbox inbox;
    private final Unrecorded unrecorded;
    private final Clock clock;

    /** Where a key was pressed. */
    private record Place(Parameters call, Spoken spoken, Node node) {

        String dialled() {
            return call.text("To");
        }

        String sid() {
            return call.text("CallSid");
        }

        CallerIdentity caller() {
            return CallerIdentity.of(call.text("From"));
        }
    }

    Menus(
            Ringing ringing,
            VoiceScript script,
            CrisisExit crisis,
            CallBacks callBacks,
            RecordingConsent consent,
            InquiryInbox inbox,
            Unrecorded unrecorded,
            Clock clock) {
        this.ringing = ringing;
        this.script = script;
        this.crisis = crisis;
        this.callBacks = callBacks;
        this.consent = consent;
        this.inbox = inbox;
        this.unrecorded = unrecorded;
        this.clock = clock;
    }

    /**
     * A key was pressed, or something was said.
     *
     * @param path the language and the node
     */
    Reply key(String path, Parameters call) {
        Optional<Way> way = Way.read(path);
        Spoken spoken = way.map(Way::spoken).orElseGet(() -> script.spoken(call.text("To")));
        if (crisis.asked(call)) {
            return crisis.begin(call, spoken);
        }
        return way.flatMap(one -> Node.read(one.place()))
                .map(node -> key(new Place(call, spoken, node)))
                .orElseGet(() -> script.nobodyCame(call.text("To"), spoken));
    }

    private Reply key(Place place) {
        return switch (Key.of(place.call().text("Digits"))) {
            case CALL_BACK -> callBack(place);
            case OTHER_LANGUAGE -> other(place);
            case DO_NOT_RECORD -> consent.asked() ? decline(place) : onwards(place);
            case CRISIS_LINE, NONE -> onwards(place);
        };
    }

    private Reply callBack(Place place) {
        boolean offered = place.node() == Fixed.MESSAGE || place.node() instanceof NextRing;
        return offered && script.knows(place.dialled()) ? callBacks.ask(place.call(), place.spoken()) : onwards(place);
    }

    /** Before a message it is told and changes nothing: a message is recorded by its nature. */
    private Reply decline(Place place) {
        consent.declined(SourceId.of(Channel.CALL, place.call().text("CallSid")));
        if (place.node() instanceof NextRing next) {
            return ringing.declined(place.dialled(), place.spoken(), next.place());
        }
        return place.node() == Fixed.GREETING
                ? ringing.declined(place.dialled(), place.caller(), place.spoken(), place.sid())
                : onwards(place);
    }

    private Reply other(Place place) {
        return place.node() instanceof CalledBack promise
                ? callBacks.change(place.spoken(), promise.entered())
                : place.spoken().other().map(other -> in(other, place)).orElseGet(() -> onwards(place));
    }

    /**
     * The same place in another language; after the greeting, who speaks it is rung. Whoever changes it later has not
     * understood that talks are recorded, as far as we know.
     */
    private Reply in(Spoken other, Place place) {
        other.choice().ifPresent(tongue -> tell(place.call(), tongue));
        if (place.node() instanceof NextRing next) {
            return ringing.next(place.dialled(), other, next.place().recorded(false));
        }
        if (place.node() == Fixed.GREETING) {
            return ringing.begin(place.dialled(), place.caller(), other, place.sid());
        }
        if (place.node() == Fixed.UNRECORDED) {
            return ringing.greeted(place.dialled(), place.caller(), other, place.sid());
        }
        if (place.node() == Fixed.MESSAGE) {
            return ringing.message(place.dialled(), place.caller(), other);
        }
        return place.node() == Fixed.MESSAGE_INSTEAD ? script.messageInstead(other) : script.farewell(other);
    }

    private Reply onwards(Place place) {
        if (place.node() instanceof NextRing next) {
            return ringing.atOnce(place.dialled(), place.spoken(), next.place());
        }
        if (place.node() == Fixed.GREETING || place.node() == Fixed.UNRECORDED) {
            return ringing.greeted(place.dialled(), place.caller(), place.spoken(), place.sid());
        }
        boolean message = place.node() == Fixed.MESSAGE || place.node() == Fixed.MESSAGE_INSTEAD;
        return message ? script.atTheTone(place.spoken()) : RingScript.HANG_UP;
    }

    private void tell(Parameters call, Tongue chosen) {
        Fact fact = new Fact(Kind.LANGUAGE, chosen.tag, clock.instant(), Map.of());
        if (!inbox.amend(SourceId.of(Channel.CALL, call.text("CallSid")), fact)) {
            unrecorded.lost(What.LANGUAGE);
        }
    }
}
