package org.careline.speech;

/** What a caller hears before they are put through to anybody. */
public enum Before {
    /** The clinic's greeting and the crisis sentence. */
    GREETING,
    /** That the next phone is about to ring. */
    HOLD,
    /** That they are not recorded. */
    NOT_RECORDED,
    NOTHING
}
