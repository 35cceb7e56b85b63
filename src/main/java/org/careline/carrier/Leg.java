package org.careline.carrier;

import java.net.URI;
import java.time.Duration;

/**
 * A phone to ring.
 *
 * @param from the clinic's number that the phone shows
 * @param to whose phone
 * @param answered asked when somebody picks up
 * @param status told how the leg goes on
 * @param ring how long it rings; the carrier may add 5 seconds
 */
public record Leg(String from, String to, URI answered, URI status, Duration ring) {

    /** Numbers never reach a log. */
    @Override
    public String toString() {
        return "Leg[" + answered.getPath() + "]";
    }
}
