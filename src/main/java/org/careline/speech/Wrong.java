package org.careline.speech;

import org.careline.routing.Dialling;

/** What is wrong with a number at which a caller wishes to be called back. */
public enum Wrong {
    NOTHING,
    /** Not a number at all. */
    NO_NUMBER,
    /** One of the clinic's, or of somebody who works there. */
    OURS,
    /** One that is not dialled from here. */
    NOT_DIALLED;

    public static Wrong of(Dialling.Answer answer) {
        return switch (answer) {
            case YES -> NOTHING;
            case OURS -> OURS;
            case BLOCKED, NOBODYS, ABROAD, TOO_OFTEN -> NOT_DIALLED;
        };
    }
}
