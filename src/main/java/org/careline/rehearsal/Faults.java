package org.careline.rehearsal;

import java.time.Duration;
import java.util.Map;

/**
 * How the network misbehaves.
 *
 * @param callbacks how each kind of callback is delivered; what is not named is delivered at once
 * @param rest how the REST API answers
 */
public record Faults(Map<Notice, Delivery> callbacks, Rest rest) {

    /** Everything works. */
    public static final Faults NONE = new Faults(Map.of(), Rest.WORKS);

    public Faults {
        callbacks = Map.copyOf(callbacks);
    }

    /** The callbacks whose answer nobody waits for. */
    enum Notice {
        /** An inbound call ended. */
        CALL,
        /** A rung phone's progress. */
        LEG,
        /** A recording is there. */
        RECORDING
    }

    /** The delivery of a callback. */
    enum Delivery {
        PROMPT,
        LATE,
        DOUBLED,
        LOST,
        /** Held back until the next one of its kind has been sent, or it is late. */
        OUT_OF_ORDER
    }

    /** The state of the REST API. */
    public enum Rest {
        WORKS,
        /** Every request is answered 503. */
        DOWN,
        /** A call is placed, but whoever asked for it is answered 503. */
        PLACES_UNTOLD,
        /** No more calls may be placed for now: 429. */
        TOO_MANY
    }

    /** How late a late callback is. */
    static final Duration LATENESS = Duration.ofSeconds(20);

    Delivery of(Notice kind) {
        return callbacks.getOrDefault(kind, Delivery.PROMPT);
    }
}
