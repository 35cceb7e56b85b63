package org.careline.staff;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.careline.settings.Violation;

/**
 * The same part of several days of every week.
 *
 * @param days English names, such as {@code monday}
 * @param from {@code HH:mm}
 * @param to {@code HH:mm}, later than {@code from}; {@code 24:00} is the end of the day
 */
public record WeekPeriod(
        @NotEmpty(message = "days, such as [monday, tuesday]") List<DayOfWeek> days,

        @NotNull(message = DayPeriod.CLOCK_WORDS) @Pattern(regexp = DayPeriod.CLOCK, message = DayPeriod.CLOCK_WORDS) String from,

        @NotNull(message = DayPeriod.CLOCK_WORDS) @Pattern(regexp = DayPeriod.CLOCK, message = DayPeriod.CLOCK_WORDS) String to) {

    /** The part of each of its days. */
    DayPeriod period() {
        return new DayPeriod(from, to);
    }

    /**
     * What is wrong with it.
     *
     * @param key its own key in the file
     */
    public Stream<Violation> violations(String key) {
        return period().violations(key);
    }
}
