package org.careline.carrier;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of asking the carrier.
 *
 * @param <T> what it tells if it did what was asked
 */
public sealed interface Answer<T> {

    /** It did what was asked. */
    record Done<T>(T value) implements Answer<T> {}

    /**
     * It says no, and nothing was done.
     *
     * @param code Twilio's error code; the HTTP status if there is none
     */
    record Refused<T>(int code) implements Answer<T> {}

    /**
     * No answer, or none that says whether it was done. What changes anything may have been done all the same: look before
     * asking again.
     */
    record Unknown<T>() implements Answer<T> {}

    /**
     * Nothing was sent: the account may not place another call yet.
     *
     * @param pause how long not
     */
    record TooSoon<T>(Duration pause) implements Answer<T> {}

    /** Nothing was sent: this is a rehearsal, without an account. */
    record NotSent<T>() implements Answer<T> {}

    /** What it told; empty if it did not do what was asked. */
    default Optional<T> told() {
        return this instanceof Done<T> done ? Optional.of(done.value) : Optional.empty();
    }
}
