package org.careline.lead;

import java.util.Locale;

/** The way in which a person came to us. */
public enum Channel {
    CALL,
    SMS,
    FORM,
    QUIZ,
    API;

    /** The word used in stored ids and in the public API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
