package org.careline.telephony;

import java.util.Optional;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.careline.routing.RingPlanner;
import org.careline.speech.Reply;
import org.careline.speech.RingPlace;
import org.careline.speech.RingScript;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.telephony.Unrecorded.What;

/**
 * What whoever picks up a coordinator's phone is asked. Only a 1 connects; a wrong key, silence, a mailbox and anything of
 * ours that fails end the leg, and the caller goes on in the plan.
 */
final class Legs {

    private static final String ACCEPT = "1";

    private final RingPlanner planner;
    private final RingScript script;
    private final Accepts accepts;
    private final RecordingConsent consent;
    private final Unrecorded unrecorded;

    Legs(RingPlanner planner, RingScript script, Accepts accepts, RecordingConsent consent, Unrecorded unrecorded) {
        this.planner = planner;
        this.script = script;
        this.accepts = accepts;
        this.consent = consent;
        this.unrecorded = unrecorded;
    }

    /** Somebody or something picked up. The leg comes from the clinic's number. */
    Reply whisper(String path, Parameters leg) {
        return RingPlace.read(path)
                .filter(place -> rung(place).isPresent())
                .map(place -> script.whisper(leg.text("From"), place))
                .orElse(RingScript.HANG_UP);
    }

    /** A key, or none. */
    Reply key(String path, Parameters leg) {
        if (!leg.text("Digits").equals(ACCEPT)) {
            return RingScript.HANG_UP;
        }
        SourceId call = SourceId.of(Channel.CALL, leg.text("ParentCallSid"));
        Optional<RingPlace> place = RingPlace.read(path);
        return place.flatMap(this::rung)
                .map(rung -> accepted(call, rung, place.get()))
                .orElse(RingScript.HANG_UP);
    }

    private Reply accepted(SourceId call, Coordinator rung, RingPlace place) {
        if (!accepts.take(call, rung.key())) {
            unrecorded.lost(What.ACCEPT);
        }
        if (place.recorded()) {
            consent.announced(call);
        }
        return RingScript.CONNECT;
    }

    private Optional<Coordinator> rung(RingPlace place) {
        return planner.coordinator(place.version(), place.position());
    }
}
