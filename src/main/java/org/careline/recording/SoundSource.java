package org.careline.recording;

/** The carrier, as far as it has sounds. Neither method throws for what a network or a carrier can do. */
public interface SoundSource {

    /** What came of fetching a sound. */
    sealed interface Fetched permits Sound, Fetched.NotThere, Fetched.Failed, Fetched.NotAsked {

        /** The carrier does not have it: not yet, or not any more. */
        record NotThere() implements Fetched {}

        /** No answer, or a refusal of any other sort. */
        record Failed() implements Fetched {}

        /** This is a rehearsal without a carrier. */
        record NotAsked() implements Fetched {}
    }

    /** What came of deleting one. */
    enum Deleted {
        /** It is gone there, by us or by somebody else. */
        GONE,
        FAILED,
        NOT_ASKED
    }

    Fetched fetch(RecordingId id);

    /** Asking again is harmless. */
    Deleted delete(RecordingId id);
}
