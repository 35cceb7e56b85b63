package org.careline.telephony;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Withheld;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.SourceId;
import org.careline.safety.PhraseScan;
import org.careline.speech.CrisisScript;
import org.careline.speech.CrisisScript.Which;
import org.careline.speech.Key;
import org.careline.speech.Reply;
import org.careline.speech.Spoken;
import org.careline.telephony.Unrecorded.What;

/**
 * The way to the crisis line, one key from every menu, or a word. It is a fact of the call, so that somebody looks after the
 * person afterwards, and people are told at once. Nothing of that is waited for.
 */
final class CrisisExit {

    private final PhraseScan phrases;
    private final CrisisScript script;
    private final InquiryInbox inbox;
    private final Consumer<SourceId> alarm;
    private final Unrecorded unrecorded;
    private final Clock clock;

    /** @param alarm is told of each call; does not block */
    CrisisExit(
            PhraseScan phrases,
            CrisisScript script,
            InquiryInbox inbox,
            Consumer<SourceId> alarm,
            Unrecorded unrecorded,
            Clock clock) {
        this.phrases = phrases;
        this.script = script;
        this.inbox = inbox;
        this.alarm = alarm;
        this.unrecorded = unrecorded;
        this.clock = clock;
    }

    /** Whether this caller asks for it. */
    boolean asked(Parameters call) {
        return Key.of(call.text("Digits")) == Key.CRISIS_LINE || phrases.spoken(call.text("SpeechResult"));
    }

    /** Notes the wish of a caller who cannot be put through from where they are. */
    void note(Parameters call) {
        SourceId source = SourceId.of(Channel.CALL, call.text("CallSid"));
        tell(source, "asked");
        alarm.accept(source);
    }

    /** Reads what somebody has said in a message: nobody can be connected any more, but people are told. */
    void read(SourceId call, String text) {
        if (phrases.in(text).isPresent()) {
            tell(call, Fact.IN_A_MESSAGE);
            alarm.accept(call);
        }
    }

    /** Dials the line. */
    Reply begin(Parameters call, Spoken spoken) {
        note(call);
        return script.dial(spoken, Which.SHORT, shown(call));
    }

    /**
     * A dial of the line has ended.
     *
     * @param path the language and which number was dialled
     */
    Reply ended(String path, Parameters call) {
        Spoken spoken = Way.read(path).map(Way::spoken).orElse(Spoken.EVERY);
        boolean reached = call.text("DialCallStatus").equals("completed")
                || call.text("DialCallStatus").equals("answered");
        if (!reached && path.endsWith("/" + Which.SHORT.text())) {
            return script.dial(spoken, Which.LONG, shown(call));
        }
        SourceId source = SourceId.of(Channel.CALL, call.text("CallSid"));
        Map<String, String> talk = reached && call.find("DialCallDuration").isPresent()
                ? Map.of("duration", call.text("DialCallDuration"))
                : Map.of();
        tell(source, reached ? Fact.CONNECTED : Fact.NOT_CONNECTED, talk);
        return script.failed(spoken, !reached);
    }

    /** A withheld number cannot be shown; the line then sees the clinic's. */
    private static Optional<String> shown(Parameters call) {
        return CallerIdentity.of(call.text("From")) instanceof Withheld
                ? Optional.of(call.text("To"))
                : Optional.empty();
    }

    private void tell(SourceId call, String what) {
        tell(call, what, Map.of());
    }

    private void tell(SourceId call, String what, Map<String, String> values) {
        if (!inbox.amend(call, new Fact(Kind.CRISIS, what, clock.instant(), values))) {
            unrecorded.lost(What.CRISIS);
        }
    }
}
