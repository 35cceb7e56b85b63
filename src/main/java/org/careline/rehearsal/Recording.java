package org.careline.rehearsal;

import java.net.URI;
import java.time.Instant;

/**
 * A recording.
 *
 * @param sid {@code RE} and 32 hex digits
 * @param line what it was made of
 * @param source {@code RecordVerb} for a message, {@code DialVerb} for a talk
 * @param began when it was begun
 * @param seconds how long it is
 */
record Recording(String sid, Line line, String source, Instant began, long seconds) {

    /** Where Twilio keeps its sound; in a rehearsal the carrier asks this machine instead. */
    URI url() {
        return URI.create("https://api.twilio.com/2010-04-01/Accounts/" + Clinic.ACCOUNT + "/Recordings/" + sid);
    }

    Form action() {
        return Form.EMPTY
                .with("RecordingSid", sid)
                .with("RecordingUrl", url().toString())
                .with("RecordingDuration", String.valueOf(seconds));
    }

    Form status() {
        return Form.EMPTY
                .with("AccountSid", Clinic.ACCOUNT)
                .with("CallSid", line.sid)
                .with(action())
                .with("RecordingStatus", "completed")
                .with("RecordingChannels", source.equals("DialVerb") ? "2" : "1")
                .with("RecordingSource", source);
    }
}
