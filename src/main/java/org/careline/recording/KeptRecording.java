package org.careline.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording as it may be shown.
 *
 * @param seconds how long it is
 * @param keptUntil when it is erased; null unless it is here
 * @param erasedAt when it was erased; null unless it was
 */
public record KeptRecording(
        RecordingId id,
        FinishedRecording.Kind kind,
        int seconds,
        Instant madeAt,
        State state,
        @Nullable Instant keptUntil,
        @Nullable Instant erasedAt) {

    /** Whether there is something to listen to. */
    public boolean here() {
        return state == State.WHOLE || state == State.KEPT;
    }
}
