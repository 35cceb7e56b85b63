package org.careline.lead;

/** Where a lead stands on its way to a consultation. */
public enum Stage {
    NEW,
    ATTEMPTING,
    IN_CONVERSATION,
    CALLBACK_SCHEDULED,
    BOOKED,
    ATTENDED,
    NO_SHOW,
    RESCHEDULING,
    CLOSED
}
