package org.careline.telephony;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import java.time.Duration;
import java.util.List;
import org.careline.settings.CrisisLines;
import org.careline.settings.Words;

/**
 * Taking a message. Its greeting and its farewell carry the crisis sentence: a voicemail greeting must give clear crisis
 * instructions (Indian Health Service, voicemail recommendations).
 */
final class Voicemail {

    static final String TAKEN = "/twilio/voice/voicemail";
    static final String RECORDING_STATUS = "/twilio/voice/recording";

    /** Seconds of silence that end a message. Twilio's default of 5 cuts off who has to gather courage. */
    private static final int SILENCE = 10;

    /** Seconds that a message may last. */
    private static final int LONGEST_MESSAGE = 300;

    private static final Duration TONE = Duration.ofSeconds(1);

    private final CrisisLines crisis;

    Voicemail(CrisisLines crisis) {
        this.crisis = crisis;
    }

    /**
     * Takes a message.
     *
     * @param greetings what is said first, in each language of the caller; without sentences if they were greeted
     * @param why why nobody comes to the phone
     */
    Reply greeting(List<Speech> greetings, Words why) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        for (Speech greeting : greetings) {
            greeting.sayIn(document);
            beforeTheTone(greeting.tongue(), why).sayIn(document);
        }
        document.record(message());
        greetings.forEach(greeting -> silence(greeting.tongue()).sayIn(document));
        return ended(document);
    }

    /** Thanks for a message and ends the call. */
    Reply farewell(List<Tongue> tongues) {
        VoiceResponse.Builder document = new VoiceResponse.Builder();
        tongues.forEach(tongue -> goodbye(tongue).sayIn(document));
        return ended(document);
    }

    /** How long it can take from the first of these words to the end of the call, after a greeting. */
    Duration longest(Tongue tongue, Words why) {
        Duration message =
                Duration.ofSeconds(LONGEST_MESSAGE).plus(goodbye(tongue).atMost());
        Duration none = Duration.ofSeconds(SILENCE).plus(silence(tongue).atMost());
        Duration afterTheTone = message.compareTo(none) > 0 ? message : none;
        return beforeTheTone(tongue, why).atMost().plus(TONE).plus(afterTheTone);
    }

    private Speech beforeTheTone(Tongue tongue, Words why) {
        return Speech.of(tongue, why.in(tongue.tag), crisis.voicemail().in(tongue.tag), tongue.invitation);
    }

    private static Speech silence(Tongue tongue) {
        return Speech.of(tongue, tongue.silence);
    }

    private Speech goodbye(Tongue tongue) {
        return Speech.of(tongue, tongue.thanks, crisis.greeting().in(tongue.tag), tongue.farewell);
    }

    /** Without an action, Twilio asks for the same document again when the message ends: an endless loop. */
    private static Record message() {
        return new Record.Builder()
                .action(TAKEN)
                .recordingStatusCallback(RECORDING_STATUS)
                .timeout(SILENCE)
                .maxLength(LONGEST_MESSAGE)
                .playBeep(true)
                .build();
    }

    private static Reply ended(VoiceResponse.Builder document) {
        return Reply.of(document.hangup(new Hangup.Builder().build()).build());
    }
}
