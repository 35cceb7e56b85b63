package org.careline.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.staff.ClinicHours.Holiday;

/** The same hours every week, but for the holidays. */
final class WeeklyHours implements OpeningHours {

    /** How far it looks ahead. */
    private static final Period HORIZON = Period.ofYears(1);

    private final ZoneId zone;
    private final Map<LocalDate, Holiday> holidays;
    private final Timetable open;

    WeeklyHours(ClinicHours hours) {
        this.zone = hours.zone();
        this.holidays =
                hours.holidays().stream().collect(Collectors.toUnmodifiableMap(Holiday::date, Function.identity()));
        Map<LocalDate, List<DayPeriod>> otherDays =
                hours.holidays().stream().collect(Collectors.toUnmodifiableMap(Holiday::date, Holiday::open));
        this.open = Timetable.weekly(zone, hours.open()).except(otherDays);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean openAt(Instant when) {
        return open.covers(when);
    }

    @Override
    public Optional<Holiday> holiday(Instant when) {
        return Optional.ofNullable(holidays.get(LocalDate.ofInstant(when, zone)));
    }

    @Override
    public Optional<Instant> openFrom(Instant when) {
        return openAt(when) ? Optional.of(when) : open.change(true, when, horizon(when));
    }

    @Override
    public Instant openUntil(Instant when) {
        return openAt(when) ? open.change(false, when, horizon(when)).orElseGet(() -> horizon(when)) : when;
    }

    private Instant horizon(Instant when) {
        return when.atZone(zone).plus(HORIZON).toInstant();
    }
}
