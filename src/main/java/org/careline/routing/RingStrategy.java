package org.careline.routing;

import java.time.Duration;

/** When the next phone begins to ring. */
public enum RingStrategy {
    /** When the one before has rung for as long as it may. */
    ONE_BY_ONE,
    /** After some seconds, while those before go on. */
    PROGRESSIVE,
    /** At once: all phones ring together. */
    SIMULTANEOUS;

    /**
     * When a phone begins to ring.
     *
     * @param place in the order, from 0
     * @param ring how long a phone rings
     * @param step seconds between two phones that ring progressively
     */
    Duration after(int place, Duration ring, int step) {
        return switch (this) {
            case ONE_BY_ONE -> ring.multipliedBy(place);
            case PROGRESSIVE -> Duration.ofSeconds((long) step * place);
            case SIMULTANEOUS -> Duration.ZERO;
        };
    }
}
