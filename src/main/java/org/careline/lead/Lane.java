package org.careline.lead;

/** The lanes of the queue, the most urgent first. */
public enum Lane {
    /** Safety. */
    L0,
    /** Live: ringing, holding. */
    L1,
    /** A promised time is due. */
    L2,
    /** First response not yet made. */
    L3,
    /** An inbound message waits. */
    L4,
    /** A step of a cadence is due. */
    L5,
    /** Review and merge work. */
    L6;

    static Lane of(Action action) {
        return switch (action) {
            case ON_CALL -> L1;
            case CALL_BACK -> L2;
            case CALL -> L3;
            case TEXT -> L4;
            case REVIEW -> L6;
        };
    }
}
