package org.careline.lead;

/** Why a lead has no owner; the queue owns it meanwhile. */
public enum UnassignedReason {
    /** No rule has looked at it yet. */
    UNDECIDED,
    /** Nobody is on shift now. */
    NOBODY_ON_SHIFT,
    /** Everybody on shift is away or pauses. */
    EVERYBODY_AWAY,
    /** Nobody who is here speaks the language asked for. */
    NOBODY_SPEAKS_THE_LANGUAGE,
    /** Everybody who could take it owns as many leads as they can. */
    EVERYBODY_AT_CAPACITY,
    /** Everybody who could take it was given enough for the moment. */
    EVERYBODY_JUST_GIVEN_ENOUGH
}
