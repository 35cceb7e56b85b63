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
    /** An inbound message waits, or what came of a talk is to be noted. */
    L4,
    /** A step of a cadence, or a promised time that is not due yet. */
    L5,
    /** Review and merge work. */
    L6
}
