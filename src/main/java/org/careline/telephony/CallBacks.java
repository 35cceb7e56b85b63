package org.careline.telephony;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.careline.consent.CallPromise;
import org.careline.contact.ContactZones;
import org.careline.contact.PhoneNumber;
import org.careline.followup.CallPromises;
import org.careline.lead.Fact;
import org.careline.routing.Dialling;
import org.careline.routing.Dialling.Answer;
import org.careline.speech.CallBackScript;
import org.careline.speech.CallScripts;
import org.careline.speech.DialScript;
import org.careline.speech.WebhookReply;
import org.careline.speech.Wrong;
import org.careline.telephony.CallRecords.What;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Promises calls back. The wish is noted with the first key, so that whoever hangs up then has their promise; another number
 * can be entered afterwards. A promise that could not be noted is not made: a message is taken instead.
 */
@Component
final class CallBacks {

    private static final int SPOKEN_DIGITS = 4;

    private final CallRecords records;
    private final CallBackScript script;
    private final CrisisExit crisis;
    private final WaitingQueue line;
    private final CallPromises promises;
    private final Dialling dialling;
    private final String region;
    private final Clock clock;

    /** @param region the ISO 3166 country of numbers that are entered without a prefix */
    CallBacks(
            CallRecords records,
            CallScripts scripts,
            CrisisExit crisis,
            WaitingQueue line,
            CallPromises promises,
            Dialling dialling,
            @Value("${careline.region:US}") String region,
            Clock clock) {
        this.records = records;
        this.script = scripts.callBacks;
        this.crisis = crisis;
        this.line = line;
        this.promises = promises;
        this.dialling = dialling;
        this.region = region;
        this.clock = clock;
    }

    /** A caller asks for it; one who withholds their number is asked for one. */
    WebhookReply ask(IncomingCall call) {
        return call.phone()
                .map(own -> wished(call, 0, own))
                .orElseGet(() -> script.whichNumber(call.spoken(), 1, Wrong.NOTHING));
    }

    /** They want to be called at another number than the one promised. */
    WebhookReply change(IncomingCall call, int entered) {
        return entered < CallBackScript.MOST_NUMBERS
                ? script.whichNumber(call.spoken(), entered + 1, Wrong.NOTHING)
                : DialScript.HANG_UP;
    }

    /**
     * A number was entered, or none.
     *
     * @param asked which one it is
     */
    WebhookReply entered(IncomingCall call, Optional<Integer> asked) {
        if (crisis.asked(call)) {
            return crisis.begin(call);
        }
        int entry = asked.orElse(CallBackScript.MOST_NUMBERS);
        return PhoneNumber.parse(call.form().text("Digits"), region)
                .map(phone -> wished(call, entry, phone))
                .orElseGet(() -> again(call, entry, Wrong.NO_NUMBER));
    }

    /** Nothing is promised that is not kept: whoever names a number that is not dialled is asked for another one. */
    private WebhookReply wished(IncomingCall call, int entered, PhoneNumber phone) {
        Answer answer = dialling.promise(phone);
        if (answer == Answer.YES) {
            return promised(call, entered, phone);
        }
        // Whose number it is where they are abroad; a person may call them all the same.
        @Nullable PhoneNumber theirs = entered > 0 && answer == Answer.ABROAD ? phone : null;
        Fact wish = Fact.notDialled(answer.word(), entered, theirs, clock.instant());
        records.keep(call.source(), wish, What.CALL_BACK);
        return again(call, entered, Wrong.of(answer));
    }

    private WebhookReply again(IncomingCall call, int entered, Wrong why) {
        return entered < CallBackScript.MOST_NUMBERS
                ? script.whichNumber(call.spoken(), entered + 1, why)
                : script.instead(call.spoken());
    }

    /** @param entered how many numbers they have entered; with 0 it is their own */
    private WebhookReply promised(IncomingCall call, int entered, PhoneNumber phone) {
        Instant now = clock.instant();
        CallPromise promise = promises.callBack(now, ContactZones.of(Set.of(phone), Set.of()), line.turn(call));
        @Nullable PhoneNumber other = entered == 0 ? null : phone;
        Fact wish = Fact.callBack(entered, other, now).promised(promise.dueAt());
        if (!records.keep(call.source(), wish, What.CALL_BACK)) {
            return script.instead(call.spoken());
        }
        line.promised(call, other);
        return script.promised(call.spoken(), entered, digits(entered, call, phone), promise, now);
    }

    /** Their own number is known by its end; another one is read back as it was entered. */
    private static String digits(int entered, IncomingCall call, PhoneNumber phone) {
        return entered == 0 ? phone.ending(SPOKEN_DIGITS) : call.form().text("Digits");
    }
}
