package org.careline.node;

/** Something outside this process does not answer now. What was asked of it is asked again later. */
public abstract class Unavailable extends RuntimeException {

    /** @param message says what was asked; never contact data */
    protected Unavailable(String message) {
        super(message);
    }

    /** The same, with what was thrown there. */
    protected Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
