package org.careline.console;

import java.time.Duration;
import java.time.Instant;

/** How far a due time is, in one short word; the page's script says the same while the time runs. */
final class Countdown {

    private Countdown() {}

    /** "45s left", "4m left", "overdue 3h"; "due now" within the minute after it was due. */
    static String words(Instant now, Instant due) {
        Duration left = Duration.between(now, due);
        if (!left.isNegative()) {
            return amount(left) + " left";
        }
        Duration over = left.negated();
        return over.toSeconds() < 60 ? "due now" : "overdue " + amount(over);
    }

    private static String amount(Duration length) {
        if (length.toMinutes() < 1) {
            return length.toSeconds() + "s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + "m";
        }
        return length.toDays() < 1 ? length.toHours() + "h" : length.toDays() + "d";
    }
}
