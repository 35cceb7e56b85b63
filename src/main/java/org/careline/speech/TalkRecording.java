package org.careline.speech;

import com.twilio.twiml.voice.Dial;
import org.careline.settings.LocalizedText;

/**
 * Whether a talk is recorded, decided where the caller is connected. It is only if the clinic wants it and the caller's place
 * says that they heard the announcement to its end and did not decline; whatever is not known means no. The crisis line is
 * dialled elsewhere, by a script that does not know this class.
 */
public final class TalkRecording {

    private final RecordedTalks rules;

    TalkRecording(RecordedTalks rules) {
        this.rules = rules;
    }

    /** Whether the clinic records talks at all. */
    public boolean on() {
        return rules.recordTalks();
    }

    /** Whether the carrier writes down what messages say. */
    boolean transcribing() {
        return rules.transcribeMessages();
    }

    LocalizedText announcement() {
        return rules.announcement();
    }

    LocalizedText refusal() {
        return rules.refusal();
    }

    /** Makes the dial record, or not. Both voices have a channel each; the recording begins when somebody picks up. */
    void recordIn(Dial.Builder dial, PlanPosition place) {
        recordIn(dial, place.recorded(), Voicemail.RECORDING_STATUS);
    }

    /**
     * @param heard whether the caller has heard the announcement and not declined
     * @param told is told what became of the recording
     */
    void recordIn(Dial.Builder dial, boolean heard, String told) {
        if (on() && heard) {
            dial.record(Dial.Record.RECORD_FROM_ANSWER_DUAL).recordingStatusCallback(told);
        }
    }

    /** Which version of the rules is in force. */
    public String version() {
        return rules.version();
    }
}
