package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.safety.PhraseScan;
import org.careline.speech.CallScripts;
import org.careline.speech.CrisisScript;
import org.careline.speech.CrisisScript.Which;
import org.careline.speech.Key;
import org.careline.speech.WebhookReply;
import org.careline.telephony.CallRecords.What;
import org.springframework.stereotype.Component;

/**
 * The way to the crisis line, one key from every menu, or a word. It is a fact of the call, so that somebody looks after the
 * person afterwards, and people are told at once. Nothing of that is waited for.
 */
@Component
final class CrisisExit {

    private final PhraseScan phrases;
    private final CrisisScript script;
    private final CallRecords records;
    private final PendingAlarms alarms;
    private final Clock clock;

    CrisisExit(PhraseScan phrases, CallScripts scripts, CallRecords records, PendingAlarms alarms, Clock clock) {
        this.phrases = phrases;
        this.script = scripts.crisis;
        this.records = records;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Whether this caller asks for it. */
    boolean asked(IncomingCall call) {
        return Key.of(call.form().text("Digits")) == Key.CRISIS_LINE
                || phrases.spoken(call.form().text("SpeechResult"));
    }

    /** Notes the wish of a caller who cannot be put through from where they are. */
    void note(IncomingCall call) {
        tell(call.source(), "asked", Map.of());
        alarms.danger(call.source());
    }

    /** Reads what somebody has said in a message: nobody can be connected any more, but people are told. */
    void read(SourceId call, String text) {
        if (phrases.in(text).isPresent()) {
            tell(call, Fact.IN_A_MESSAGE, Map.of());
            alarms.danger(call);
        }
    }

    /** Dials the line. */
    WebhookReply begin(IncomingCall call) {
        note(call);
        return script.dial(call.spoken(), Which.SHORT, shown(call));
    }

    /** A dial of the line has ended. */
    WebhookReply ended(IncomingCall call, Optional<Which> dialled) {
        String status = call.form().text("DialCallStatus");
        boolean reached = status.equals("completed") || status.equals("answered");
        if (!reached && dialled.filter(Which.SHORT::equals).isPresent()) {
            return script.dial(call.spoken(), Which.LONG, shown(call));
        }
        if (reached) {
            tell(call.source(), Fact.CONNECTED, call.form().named(Map.of("duration", "DialCallDuration")));
        } else {
            tell(call.source(), Fact.NOT_CONNECTED, Map.of());
        }
        return script.failed(call.spoken(), !reached);
    }

    /** A withheld number cannot be shown; the line then sees the one that was called. */
    private static Optional<PhoneNumber> shown(IncomingCall call) {
        return call.phone().isPresent() ? Optional.empty() : PhoneNumber.parse(call.dialled(), "ZZ");
    }

    private void tell(SourceId call, String what, Map<String, String> values) {
        records.keep(call, new Fact(Kind.CRISIS, what, clock.instant(), values), What.CRISIS);
    }
}
