package org.careline.lead;

/** Where a lead stands on its way to a consultation. */
public enum Stage {
    NEW,
    ATTEMPTING,
    IN_CONVERSATION,
    CALLBACK_SCHEDULED,
    BOOKED,
    /** They came to their consultation. Reserved, as the next two are: what became of a booking is not known yet. */
    ATTENDED,
    /** They did not come. Reserved. */
    NO_SHOW,
    /** They asked for another time. Reserved. */
    RESCHEDULING,
    CLOSED
}
