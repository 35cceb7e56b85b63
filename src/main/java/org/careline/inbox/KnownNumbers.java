package org.careline.inbox;

import java.util.Optional;
import org.careline.contact.PhoneNumber;

/** The numbers that the clinic has told us about. */
public interface KnownNumbers {

    /** Whether this is a number on which the clinic is called. */
    boolean ofTheClinic(String dialled);

    /** Why calls and messages from this number never become leads; empty for everybody else. */
    Optional<Reason> ignored(PhoneNumber number);

    /** Whether the number is one of ours, so that nobody who gives it can be called at it. */
    default boolean ours(PhoneNumber number) {
        return ignored(number).filter(reason -> reason != Reason.BLOCKED_NUMBER).isPresent();
    }
}
