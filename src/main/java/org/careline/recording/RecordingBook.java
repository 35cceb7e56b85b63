package org.careline.recording;

import java.util.Collection;
import java.util.Map;
import org.careline.staff.Actor;

/** Reads recordings. Every method throws {@link org.careline.store.StoreUnavailable} if the store does not answer in time. */
public interface RecordingBook {

    /** What is known of these; one that was never handed over is left out. */
    Map<RecordingId, KeptRecording> find(Collection<RecordingId> ids);

    /** What came of opening a recording to listen to it. */
    sealed interface Opened permits Sound, Opened.NotHere, Opened.Unreadable, Opened.Unknown {

        /** It is known, and there is nothing to listen to in this state. */
        record NotHere(State state) implements Opened {}

        /** Its sound is here and cannot be decrypted: another key, or it is damaged. */
        record Unreadable(boolean otherKey) implements Opened {}

        /** There is no such recording. */
        record Unknown() implements Opened {}
    }

    /** Opens one. Who did is noted in the log, by ids. */
    Opened open(RecordingId id, Actor listener);
}
