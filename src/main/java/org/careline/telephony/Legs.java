package org.careline.telephony;

import java.util.Optional;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.CallScripts;
import org.careline.speech.Reply;
import org.careline.speech.RingPlace;
import org.careline.speech.RingScript;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.springframework.stereotype.Component;

/**
 * What whoever picks up a coordinator's phone is asked. Only a 1 connects; a wrong key, silence, a mailbox and anything of
 * ours that fails end the leg, and the caller goes on in the plan.
 */
@Component
final class Legs {

    private static final String ACCEPT = "1";

    private final RingPlanner planner;
    private final ClinicNumbers numbers;
    private final RingScript script;
    private final Accepts accepts;
    private final RecordingConsent consent;

    Legs(RingPlanner planner, ClinicNumbers numbers, CallScripts scripts, Accepts accepts, RecordingConsent consent) {
        this.planner = planner;
        this.numbers = numbers;
        this.script = scripts.rings;
        this.accepts = accepts;
        this.consent = consent;
    }

    /** Somebody or something picked up. The leg comes from the clinic's number. */
    Reply whisper(Optional<RingPlace> at, Parameters leg) {
        return at.filter(place -> rung(place).isPresent())
                .map(place -> script.whisper(numbers.dialled(leg.text("From")), place))
                .orElse(RingScript.HANG_UP);
    }

    /** A key, or none. */
    Reply key(Optional<RingPlace> at, Parameters leg) {
        if (!leg.text("Digits").equals(ACCEPT)) {
            return RingScript.HANG_UP;
        }
        SourceId call = SourceId.of(Channel.CALL, leg.text("ParentCallSid"));
        return at.flatMap(place -> rung(place).map(rung -> accepted(call, rung, place)))
                .orElse(RingScript.HANG_UP);
    }

    private Reply accepted(SourceId call, Coordinator rung, RingPlace place) {
        accepts.take(call, rung.key());
        if (place.recorded()) {
            consent.announced(call);
        }
        return RingScript.CONNECT;
    }

    private Optional<Coordinator> rung(RingPlace place) {
        return planner.coordinator(place.version(), place.position());
    }
}
