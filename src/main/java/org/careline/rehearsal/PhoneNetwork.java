package org.careline.rehearsal;

import java.util.Optional;

/**
 * A phone network without phones: whoever holds this is every caller and every coordinator. Safe for any number of threads;
 * no method waits for a call to go on. Lines are named by their SID, {@code CA} and 32 hex digits.
 */
public interface PhoneNetwork {

    /** What a caller has for a number who withholds theirs: the placeholder that Twilio sends. */
    String WITHHELD = "+266696687";

    /**
     * Somebody calls.
     *
     * @param from E.164, of the numbers that are nobody's (555-01xx), or {@link #WITHHELD}
     * @param to the clinic's number that they call, E.164
     * @return the SID of the caller's line
     * @throws IllegalArgumentException if a number is none of these
     */
    String call(String from, String to);

    /** Somebody does something at their phone: the caller, or whoever's phone rings or talks. */
    ActionResult act(String line, PhoneAction act);

    /** How callbacks are delivered from now on. */
    void faults(Faults faults);

    /** A line with its steps; empty if there never was one, or it is long over and forgotten. */
    Optional<LineView> line(String sid);

    /** All lines as they are now, the oldest first, also those that ended lately. */
    NetworkView view();

    /** Rises with each step on any line: whoever polls asks for the {@link #view} when it is another one. */
    long version();
}
