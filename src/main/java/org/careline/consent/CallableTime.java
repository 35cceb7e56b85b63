package org.careline.consent;

import java.time.Instant;
import java.util.Locale;

/**
 * The first moment at which a person may be called.
 *
 * @param at when
 * @param within what that moment lies in
 */
public record CallableTime(Instant at, Within within) {

    /** Which hours could be kept. */
    public enum Within {
        /** The hours where the person is, and the clinic's. */
        CONTACT_WINDOW,
        /** Only the clinic's: those where the person is never coincide with them. */
        OPENING_HOURS,
        /** None: the clinic never opens. */
        NOTHING;

        /** As evidence names it: {@code contact-window}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
