package org.careline.staff;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/**
 * A part of a day by the clinic's clock.
 *
 * @param from {@code HH:mm}
 * @param to {@code HH:mm}, later than {@code from}; {@code 24:00} is the end of the day
 */
public record DayPeriod(
        @NotNull(message = CLOCK_WORDS) @Pattern(regexp = CLOCK, message = CLOCK_WORDS) String from,

        @NotNull(message = CLOCK_WORDS) @Pattern(regexp = CLOCK, message = CLOCK_WORDS) String to) {

    static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d|24:00";
    static final String CLOCK_WORDS = "a time in quotes, such as \"08:30\", up to \"24:00\"";

    /** How long after the day's beginning by the clock. */
    public Duration begin() {
        return clock(from);
    }

    /** How long after the day's beginning by the clock. */
    public Duration end() {
        return clock(to);
    }

    @AssertTrue(message = "to is later than from") boolean isForward() {
        return !from.matches(CLOCK) || !to.matches(CLOCK) || begin().compareTo(end()) < 0;
    }

    private static Duration clock(String text) {
        return Duration.ofHours(Integer.parseInt(text.substring(0, 2)))
                .plusMinutes(Integer.parseInt(text.substring(3)));
    }
}
