package org.careline.recording;

import java.time.Instant;
import java.util.List;

/** Finds recordings for which something is to be done; each method throws if the store does not answer in time. */
interface RecordingRows {

    /** Those that are due, the longest waiting first. */
    List<StoredRecording> due(Instant now, int limit);

    /** Those in this state that were made by then, the oldest first. */
    List<StoredRecording> madeBy(State state, Instant then, int limit);
}
