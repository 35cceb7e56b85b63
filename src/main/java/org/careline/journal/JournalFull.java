package org.careline.journal;

/**
 * An entry could not be written, as a rule because the disk is full. Whatever was half written has been cut off again,
 * nothing before it is touched, and the journal takes entries as soon as there is space.
 */
public final class JournalFull extends RuntimeException {

    JournalFull(String message, Throwable cause) {
        super(message, cause);
    }
}
