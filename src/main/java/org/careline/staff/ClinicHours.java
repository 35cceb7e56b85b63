package org.careline.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careline.settings.SelfChecking;
import org.careline.settings.Violation;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hours.yaml}: when the clinic is open.
 *
 * @param zone the clinic's time zone, for its hours and for its coordinators' shifts
 * @param open periods of a week; a day may have several, none may pass midnight
 * @param holidays days on which the clinic is closed or open at other hours
 */
public record ClinicHours(
        @NotNull(message = "a time zone, such as America/New_York") ZoneId zone,

        @NotEmpty(message = "at least one period") List<@Valid WeekPeriod> open,
        @DefaultValue List<@Valid Holiday> holidays)
        implements SelfChecking {

    /**
     * A day on which the week's periods do not count.
     *
     * @param name how callers hear of it
     * @param open the periods of that day; empty if the clinic is closed
     */
    public record Holiday(
            @NotNull(message = "a date, such as 2026-12-25") LocalDate date,

            @NotBlank(message = "the holiday's name") String name,
            @DefaultValue List<@Valid DayPeriod> open) {}

    @Override
    public Stream<Violation> violations() {
        return Stream.of(
                        Violation.ofEach("open", open, (key, period) -> period.violations(key)),
                        Violation.ofEach("holidays", holidays, ClinicHours::hours),
                        Violation.ofRepeats(
                                "holidays", holidays, "date", Holiday::date, "a date that no holiday above has"))
                .flatMap(Function.identity());
    }

    private static Stream<Violation> hours(String key, Holiday holiday) {
        return Violation.ofEach(key + ".open", holiday.open, (periodKey, period) -> period.violations(periodKey));
    }
}
