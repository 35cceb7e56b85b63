package org.careline.routing;

/** In which order the phones of coordinators are rung, besides the owner's. */
public enum RingOrder {
    /** Whoever's turn it is to get the next lead comes first. */
    ROTATING,
    /** As in {@code coordinators.yaml}. */
    FIXED,
    /** Whoever has talked least recently comes first. */
    LONGEST_IDLE,
    /** Whoever has talked with the fewest callers today comes first. */
    FEWEST_CALLS
}
