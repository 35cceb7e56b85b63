package org.careline.telephony;

import java.time.Clock;
import java.util.Optional;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.PhoneNumber;
import org.careline.intake.InquiryInbox;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.telephony.Unrecorded.What;
import org.jspecify.annotations.Nullable;

/**
 * Promises calls back. The wish is noted with the first key, so that whoever hangs up then has their promise; another number
 * can be entered afterwards. A promise that could not be noted is not made: a message is taken instead.
 */
final class CallBacks {

    private static final int SPOKEN_DIGITS = 4;

    private final InquiryInbox inbox;
    private final CallBackScript script;
    private final CrisisExit crisis;
    private final LineCallBacks line;
    private final String region;
    private final Unrecorded unrecorded;
    private final Clock clock;

    /** @param region the ISO 3166 country of numbers that are entered without a prefix */
    CallBacks(
            InquiryInbox inbox,
            CallBackScript script,
            CrisisExit crisis,
            LineCallBacks line,
            String region,
            Unrecorded unrecorded,
            Clock clock) {
        this.inbox = inbox;
        this.script = script;
        this.crisis = crisis;
        this.line = line;
        this.region = region;
        this.unrecorded = unrecorded;
        this.clock = clock;
    }

    /** A caller asks for it; one who withholds their number is asked for one. */
    Reply ask(Parameters call, Spoken spoken) {
        if (!(CallerIdentity.of(call.text("From")) instanceof Known caller)) {
            return script.whichNumber(spoken, 1, false);
        }
        String e164 = caller.number().e164();
        return promised(call, spoken, 0, null, e164.substring(e164.length() - SPOKEN_DIGITS));
    }

    /** They want to be called at another number than the one promised. */
    Reply change(Spoken spoken, int entered) {
        return entered < CallBackScript.MOST_NUMBERS
                ? script.whichNumber(spoken, entered + 1, false)
                : RingScript.HANG_UP;
    }

    /**
     * A number was entered, or none.
     *
     * @param path the language and which number it is
     */
    Reply entered(String path, Parameters call) {
        Spoken spoken = Way.read(path).map(Way::spoken).orElse(Spoken.EVERY);
        if (crisis.asked(call)) {
            return crisis.begin(call, spoken);
        }
        int entry = path.endsWith("/1") ? 1 : CallBackScript.MOST_NUMBERS;
        String digits = call.text("Digits");
        Optional<PhoneNumber> phone = PhoneNumber.parse(digits, region);
        if (phone.isPresent()) {
            return promised(call, spoken, entry, phone.get(), digits);
        }
        return entry < CallBackScript.MOST_NUMBERS
                ? script.whichNumber(spoken, entry + 1, true)
                : script.instead(spoken);
    }

    private Reply promised(Parameters call, Spoken spoken, int entered, @Nullable PhoneNumber phone, String digits) {
        Fact wish = Fact.callBack(entered, phone, clock.instant());
        if (inbox.amend(SourceId.of(Channel.CALL, call.text("CallSid")), wish)) {
            line.promised(call, spoken, phone);
            return script.promised(spoken, entered, digits);
        }
        unrecorded.lost(What.CALL_BACK);
        return script.instead(spoken);
    }
}
