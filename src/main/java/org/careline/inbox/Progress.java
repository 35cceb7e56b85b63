package org.careline.inbox;

/** How far a stored inquiry has come. */
public enum Progress {
    /** Only facts are known; the message itself has not arrived. */
    EARLY,
    /** To be decided, or to be decided again because something was learnt. */
    WAITING,
    /** A call that is not known to be over: decided as far as it can be, and looked at again at its end. */
    LIVE,
    DONE,
    SUSPECT,
    UNPLACED,
    PARKED,
    REFUSED;

    /** Whether it rests until a person looks at it. */
    boolean waitsForPerson() {
        return this == SUSPECT || this == UNPLACED || this == PARKED;
    }
}
