package org.careline.speech;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import java.time.Duration;
import java.util.List;

/**
 * Taking a message. Its greeting and its farewell carry the crisis sentence: a voicemail greeting must give clear crisis
 * instructions (Indian Health Service, voicemail recommendations).
 */
public final class Voicemail {

    public static final String TAKEN = "/twilio/voice/voicemail";
    public static final String RECORDING_STATUS = "/twilio/voice/recording";
    public static final String TRANSCRIBED = "/twilio/voice/transcript";

    /** Seconds of silence that end a message. Twilio's default of 5 cuts off who has to gather courage. */
    private static final int SILENCE = 10;

    /** Seconds that a message may last. */
    private static final int LONGEST_MESSAGE = 180;

    private static final Duration TONE = Duration.ofSeconds(1);

    private final KeyMenu menu;
    private final CallerWords words;
    private final boolean transcribing;

    /** @param transcribing whether the carrier writes down what messages say */
    Voicemail(KeyMenu menu, CallerWords words, boolean transcribing) {
        this.menu = menu;
        this.words = words;
        this.transcribing = transcribing;
    }

    /** Tells how to leave a message, takes it, and ends the call if there is none. */
    void takeIn(VoiceResponse.Builder document, SpokenLanguages spoken, List<SpokenText> before) {
        document.gather(menu.asking(spoken, MenuPoint.Fixed.MESSAGE, before));
        recordIn(document, spoken);
    }

    /** Takes a message from a caller whom we cannot promise to call back. */
    void takeInsteadIn(VoiceResponse.Builder document, SpokenLanguages spoken) {
        document.gather(menu.asking(spoken, MenuPoint.Fixed.MESSAGE_INSTEAD, words.messageInstead(spoken)));
        recordIn(document, spoken);
    }

    /** Takes a message at once. */
    void recordIn(VoiceResponse.Builder document, SpokenLanguages spoken) {
        document.record(message(spoken));
        goodbyeIn(document, spoken, words.silence(spoken));
    }

    /** Thanks for a message and ends the call. */
    void thankIn(VoiceResponse.Builder document, SpokenLanguages spoken) {
        goodbyeIn(document, spoken, words.thanks(spoken));
    }

    private void goodbyeIn(VoiceResponse.Builder document, SpokenLanguages spoken, List<SpokenText> last) {
        document.gather(menu.asking(spoken, MenuPoint.Fixed.GOODBYE, last));
        document.hangup(new Hangup.Builder().build());
    }

    /** How long it can take from the tone to the end of the call. */
    Duration longest(SpokenLanguages spoken) {
        Duration message = Duration.ofSeconds(LONGEST_MESSAGE).plus(SpokenText.atMost(words.thanks(spoken)));
        Duration none = Duration.ofSeconds(SILENCE).plus(SpokenText.atMost(words.silence(spoken)));
        return TONE.plus(message.compareTo(none) > 0 ? message : none).plus(KeyMenu.longestReply());
    }

    /**
     * Without an action, Twilio asks for the same document again when the message ends: an endless loop. Any key ends it.
     * Its machine understands American English only, and nothing that is longer than two minutes; nobody is cut off for it.
     */
    private Record message(SpokenLanguages spoken) {
        Record.Builder message = new Record.Builder();
        if (transcribing && spoken.languages().equals(List.of(VoiceLanguage.ENGLISH))) {
            message.transcribe(true).transcribeCallback(TRANSCRIBED);
        }
        return message.action(TAKEN + "/" + spoken.text())
                .recordingStatusCallback(RECORDING_STATUS)
                .timeout(SILENCE)
                .maxLength(LONGEST_MESSAGE)
                .playBeep(true)
                .build();
    }
}
