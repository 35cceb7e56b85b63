package org.careline.telephony;

import java.util.Optional;
import org.careline.lead.Channel;
import org.careline.lead.SourceId;
import org.careline.routing.RingPlanner;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.CallScripts;
import org.careline.speech.DialScript;
import org.careline.speech.PlanPosition;
import org.careline.speech.WebhookReply;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.springframework.stereotype.Component;

/**
 * What whoever picks up a coordinator's phone is asked. Only a 1 connects; a wrong key, silence, a mailbox and anything of
 * ours that fails end the leg, and the caller goes on in the plan.
 */
@Component
final class DialedLegs {

    private static final String ACCEPT = "1";

    private final RingPlanner planner;
    private final ClinicNumbers numbers;
    private final DialScript script;
    private final AcceptedCalls accepts;
    private final RecordingConsent consent;

    DialedLegs(
            RingPlanner planner,
            ClinicNumbers numbers,
            CallScripts scripts,
            AcceptedCalls accepts,
            RecordingConsent consent) {
        this.planner = planner;
        this.numbers = numbers;
        this.script = scripts.dial;
        this.accepts = accepts;
        this.consent = consent;
    }

    /** Somebody or something picked up. The leg comes from the clinic's number. */
    WebhookReply whisper(Optional<PlanPosition> at, WebhookForm leg) {
        return at.filter(place -> rung(place).isPresent())
                .map(place -> script.whisper(numbers.dialled(leg.text("From")), place))
                .orElse(DialScript.HANG_UP);
    }

    /** A key, or none. */
    WebhookReply key(Optional<PlanPosition> at, WebhookForm leg) {
        if (!leg.text("Digits").equals(ACCEPT)) {
            return DialScript.HANG_UP;
        }
        SourceId call = SourceId.of(Channel.CALL, leg.text("ParentCallSid"));
        return at.flatMap(place -> rung(place).map(rung -> accepted(call, rung, place)))
                .orElse(DialScript.HANG_UP);
    }

    private WebhookReply accepted(SourceId call, Coordinator rung, PlanPosition place) {
        accepts.take(call, rung.key());
        if (place.recorded()) {
            consent.announced(call);
        }
        return DialScript.CONNECT;
    }

    private Optional<Coordinator> rung(PlanPosition place) {
        return planner.coordinator(place.version(), place.position());
    }
}
