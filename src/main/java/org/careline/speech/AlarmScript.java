package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import org.careline.routing.CallPlan;

/**
 * What whoever is woken for somebody's safety hears. No name and nothing of what was said: anybody may have picked up, a
 * mailbox too, which presses no key.
 */
public final class AlarmScript {

    /** Below it everything that the calls ask which wake people. */
    static final String ALARM = "/twilio/voice/alarm/";

    public static final String ANSWERED = ALARM + "answered/";
    public static final String KEY = ALARM + "key/";
    public static final String STATUS = ALARM + "status/";

    private static final String WHAT = "Careline: somebody may be in danger. Press 1 to take it.";

    public static final WebhookReply THEIRS = said("Thank you. It is yours. Please open Careline now.");
    public static final WebhookReply NOT_NEEDED = said("Thank you. Somebody has it already. Goodbye.");

    /** The store was silent; what was pressed may be kept yet. */
    public static final WebhookReply UNSURE = said(
            "We could not keep in time that you take it. Please open Careline now. If you are called again, press 1.");

    private final CallPlan rules;

    public AlarmScript(CallPlan rules) {
        this.rules = rules;
    }

    /** Asks for the key twice: people wake slowly. */
    public WebhookReply asked(AlarmPlace place) {
        Gather key = DialScript.key(rules, KEY + place.text())
                .say(VoiceLanguage.ENGLISH.say(WHAT))
                .say(VoiceLanguage.ENGLISH.say(WHAT))
                .build();
        return WebhookReply.ending(new VoiceResponse.Builder().gather(key));
    }

    private static WebhookReply said(String words) {
        return WebhookReply.ending(new VoiceResponse.Builder().say(VoiceLanguage.ENGLISH.say(words)));
    }
}
