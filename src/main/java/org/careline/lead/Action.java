package org.careline.lead;

/** What is to be done for a lead. */
public enum Action {
    /** The caller is on the line now: nobody dials them; due at the end that the call cannot outlast. */
    ON_CALL,
    CALL,
    CALL_BACK,
    TEXT,
    REVIEW
}
