package org.careline.telephony;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.careline.consent.CallPromise;
import org.careline.contact.CallerIdentity;
import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.ContactZones;
import org.careline.contact.PhoneNumber;
import org.careline.followup.CallPromises;
import org.careline.inbox.InquiryInbox;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.routing.Dialling;
import org.careline.routing.Dialling.Answer;
import org.careline.speech.CallBackScript;
import org.careline.speech.Reply;
import org.careline.speech.RingScript;
import org.careline.speech.Spoken;
import org.careline.speech.Wrong;
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
    private final CallPromises promises;
    private final Dialling dialling;
    private final String region;
    private final Unrecorded unrecorded;
    private final Clock clock;

    /** @param region the ISO 3166 country of numbers that are entered without a prefix */
    CallBacks(
            InquiryInbox inbox,
            CallBackScript script,
            CrisisExit crisis,
            LineCallBacks line,
            CallPromises promises,
            Dialling dialling,
            String region,
            Unrecorded unrecorded,
            Clock clock) {
        this.inbox = inbox;
        this.script = script;
        this.crisis = crisis;
        this.line = line;
        this.promises = promises;
        this.dialling = dialling;
        this.region = region;
        this.unrecorded = unrecorded;
        this.clock = clock;
    }

    /** A caller asks for it; one who withholds their number is asked for one. */
    Reply ask(Parameters call, Spoken spoken) {
        if (!(CallerIdentity.of(call.text("From")) instanceof Known caller)) {
            return script.whichNumber(spoken, 1, Wrong.NOTHING);
        }
        return wished(call, spoken, 0, caller.number());
    }

    /** They want to be called at another number than the one promised. */
    Reply change(Spoken spoken, int entered) {
        return entered < CallBackScript.MOST_NUMBERS
                ? script.whichNumber(spoken, entered + 1, Wrong.NOTHING)
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
        return PhoneNumber.parse(digits, region)
                .map(phone -> wished(call, spoken, entry, phone))
                .orElseGet(() -> again(spoken, entry, Wrong.NO_NUMBER));
    }

    /** Nothing is promised that is not kept: whoever names a number that is not dialled is asked for another one. */
    private Reply wished(Parameters call, Spoken spoken, int entered, PhoneNumber phone) {
        Answer answer = dialling.promise(phone);
        if (answer == Answer.YES) {
            return promised(call, spoken, entered, phone);
        }
        // Whose number it is where they are abroad; a person may call them all the same.
        @Nullable PhoneNumber theirs = entered > 0 && answer == Answer.ABROAD ? phone : null;
        Fact wish = Fact.notDialled(word(answer), entered, theirs, clock.instant());
        if (!inbox.amend(SourceId.of(Channel.CALL, call.text("CallSid")), wish)) {
            unrecorded.lost(What.CALL_BACK);
        }
        return again(spoken, entered, Wrong.of(answer));
    }

    private Reply again(Spoken spoken, int entered, Wrong why) {
        return entered < CallBackScript.MOST_NUMBERS
                ? script.whichNumber(spoken, entered + 1, why)
                : script.instead(spoken);
    }

    private static String word(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param entered how many numbers they have entered; with 0 it is their own */
    private Reply promised(Parameters call, Spoken spoken, int entered, PhoneNumber phone) {
        Instant now = clock.instant();
        CallPromise promise = promises.callBack(now, ContactZones.of(Set.of(phone), Set.of()), line.turn(call));
        @Nullable PhoneNumber other = entered == 0 ? null : phone;
        Fact wish = Fact.callBack(entered, other, now).promised(promise.dueAt());
        if (inbox.amend(SourceId.of(Channel.CALL, call.text("CallSid")), wish)) {
            line.promised(call, spoken, other);
            return script.promised(spoken, entered, spoken(entered, call, phone), promise, now);
        }
        unrecorded.lost(What.CALL_BACK);
        return script.instead(spoken);
    }

    /** Their own number is known by its end; another one is read back as it was entered. */
    private static String spoken(int entered, Parameters call, PhoneNumber phone) {
        String e164 = phone.e164();
        return entered == 0 ? e164.substring(e164.length() - SPOKEN_DIGITS) : call.text("Digits");
    }
}
