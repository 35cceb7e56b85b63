package org.careline.carrier;

import java.time.Instant;

/**
 * A recording in the carrier's list.
 *
 * @param sid its identity, {@code RE} and 32 hex digits
 * @param call the call it was made of; empty if it was none
 * @param source what made it, in Twilio's words; {@code RecordVerb} for a message
 * @param status {@code completed} once its sound is there
 * @param madeAt when it was begun
 * @param seconds how long it is; empty until it is there
 * @param url where its sound is; empty if it is not told
 */
public record VoiceRecording(
        String sid, String call, String source, String status, Instant madeAt, String seconds, String url) {

    /** The same as one of this call: a talk is recorded on the leg of whoever accepted, and belongs to the caller's call. */
    public VoiceRecording ofCall(String theirs) {
        return new VoiceRecording(sid, theirs, source, status, madeAt, seconds, url);
    }

    /** Whether only the caller is on it: then it is a message. */
    public boolean ofCaller() {
        return source.equals("RecordVerb");
    }

    /** Whether something is on it, of a call, and its sound is there. */
    public boolean finished() {
        return status.equals("completed") && !seconds.equals("0") && !call.isEmpty();
    }

    /** Whether it is a message with something in it whose sound is there. */
    public boolean message() {
        return ofCaller() && finished();
    }
}
