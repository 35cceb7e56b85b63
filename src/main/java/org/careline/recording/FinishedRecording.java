package org.careline.recording;

import java.time.Instant;
import org.careline.lead.SourceId;

/**
 * A recording whose sound is ready at the carrier.
 *
 * @param call the call that it is of
 * @param seconds how long it is
 * @param madeAt when it was made; its time with us is counted from then
 */
public record FinishedRecording(RecordingId id, SourceId call, Kind kind, int seconds, Instant madeAt) {

    /** What was recorded. */
    public enum Kind {
        /** A caller left it for us. */
        MESSAGE,
        /** Two people spoke, and the caller had been told. */
        TALK
    }
}
