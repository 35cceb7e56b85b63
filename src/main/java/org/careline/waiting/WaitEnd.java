package org.careline.waiting;

import java.time.Instant;

/** How a waiting ended, and when. */
public record WaitEnd(How how, Instant at) {

    /** What came of it. */
    public enum How {
        /** A coordinator talked with them. */
        TALKED,
        /** They hung up, or nothing was heard of them any more. */
        ABANDONED,
        /** Nobody took the call in time: they were asked for a message. */
        FOR_A_MESSAGE,
        /** They asked to be called back. */
        FOR_A_CALL_BACK,
        /** They asked for the crisis line. */
        FOR_THE_CRISIS_LINE,
        /** A call back that nobody could make in time; the lead still owes it. */
        GIVEN_UP,
        /** They were called back and did not answer; the lead still owes it. */
        NOT_REACHED,
        /** They called again, and that call has their place. */
        CALLED_AGAIN
    }
}
