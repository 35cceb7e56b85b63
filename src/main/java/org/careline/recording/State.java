package org.careline.recording;

/** How far a recording has come. Each state is left for the next ones only; none is gone back to. */
public enum State {
    /** Its sound is with the carrier alone. */
    EXPECTED,
    /** Its sound is proved to be whole here; it may be with the carrier too. */
    WHOLE,
    /** Its sound is here alone. */
    KEPT,
    /** Its time is over; its sound is being erased. */
    ERASING,
    /** A tombstone: it was here, and its sound is erased. */
    ERASED,
    /** The carrier had no sound for it a day after it was made; there is none. */
    LOST
}
