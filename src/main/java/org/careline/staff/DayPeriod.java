package org.careline.staff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.stream.Stream;
import org.careline.settings.Violation;

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

    /**
     * What is wrong with it.
     *
     * @param key its own key in the file
     */
    Stream<Violation> violations(String key) {
        boolean forward = begin().compareTo(end()) < 0;
        return forward
                ? Stream.empty()
                : Stream.of(new Violation(key + ".to", "a time later than from, up to \"24:00\""));
    }

    private static Duration clock(String text) {
        return Duration.ofHours(Integer.parseInt(text.substring(0, 2)))
                .plusMinutes(Integer.parseInt(text.substring(3)));
    }
}
