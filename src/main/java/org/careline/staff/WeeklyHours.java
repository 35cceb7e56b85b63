package org.careline.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.staff.ClinicHours.Holiday;

/** Opening hours that repeat every week, but for holidays. Each day is looked up by its date, so that every zone change counts. */
final class WeeklyHours implements OpeningHours {

    private static final int DAYS_AHEAD = 366;

    private final ClinicHours hours;

    WeeklyHours(ClinicHours hours) {
        this.hours = hours;
    }

    @Override
    public ZoneId zone() {
        return hours.zone();
    }

    @Override
    public boolean openAt(Instant when) {
        return periods(dateOf(when)).anyMatch(period -> period.covers(when));
    }

    @Override
    public Optional<Holiday> holiday(Instant when) {
        return holiday(dateOf(when));
    }

    @Override
    public Optional<Instant> openFrom(Instant when) {
        return openAt(when)
                ? Optional.of(when)
                : dateOf(when)
                        .datesUntil(dateOf(when).plusDays(DAYS_AHEAD))
                        .flatMap(this::periods)
                        .map(Span::from)
                        .filter(opening -> opening.isAfter(when))
                        .findFirst();
    }

    @Override
    public Instant openUntil(Instant when) {
        Instant until = when;
        Instant last = when.plus(Duration.ofDays(DAYS_AHEAD));
        Optional<Instant> end = endOfPeriodAt(until);
        while (end.isPresent() && end.get().isBefore(last)) {
            until = end.get();
            end = endOfPeriodAt(until);
        }
        return end.isPresent() ? last : until;
    }

    private Optional<Instant> endOfPeriodAt(Instant when) {
        return periods(dateOf(when))
                .filter(period -> period.covers(when))
                .map(Span::to)
                .findFirst();
    }

    private LocalDate dateOf(Instant when) {
        return when.atZone(hours.zone()).toLocalDate();
    }

    private Optional<Holiday> holiday(LocalDate date) {
        return hours.holidays().stream().filter(day -> day.date().equals(date)).findFirst();
    }

    /** The periods of one day, the earliest first. */
    private Stream<Span> periods(LocalDate date) {
        List<DayPeriod> ofHoliday = holiday(date).map(Holiday::open).orElse(null);
        Stream<DayPeriod> periods = ofHoliday == null
                ? hours.open().stream()
                        .filter(period -> period.days().contains(date.getDayOfWeek()))
                        .map(WeekPeriod::period)
                : ofHoliday.stream();
        return periods.map(period -> Span.of(period, date, hours.zone())).sorted();
    }
}
