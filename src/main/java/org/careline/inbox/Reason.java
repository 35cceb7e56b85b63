package org.careline.inbox;

import java.util.Locale;

/** Why an inquiry is not a touch of a lead: a closed list, without contact data. */
public enum Reason {
    OWN_NUMBER,
    STAFF_NUMBER,
    TRACKING_NUMBER,
    BLOCKED_NUMBER,
    HONEYPOT,
    FILLED_IN_TOO_FAST,
    TOO_MANY,
    WITHHELD_NUMBER,
    UNKNOWN_CLINIC_NUMBER,
    /** A person looked at it: nobody asks for anything by it. */
    DISMISSED,
    KEY_REUSED,
    FAILED;

    /** As the public API says it: {@code own-number} … */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
