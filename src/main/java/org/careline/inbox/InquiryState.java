package org.careline.inbox;

/** What became of an inquiry, as the public API tells it. */
public enum InquiryState {
    /** Durable; not decided yet, or tried again later. */
    ACCEPTED,
    /** It is a touch of a lead. */
    DONE,
    /** Looks like junk and waits for a human look. */
    SUSPECT,
    /** Real, but belongs to nobody: a withheld number without a voicemail. */
    UNPLACED,
    /** Our own failure after its retries. */
    PARKED,
    /** A stated rule says no; final. */
    REFUSED
}
