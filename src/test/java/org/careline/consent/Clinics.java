package org.careline.consent;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.settings.ClinicFiles;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.WeekPeriod;

/** Clinics to plan for, all in New York. */
public final class Clinics {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Monday to Friday, with a break at noon; closed on Thanksgiving. */
    public static final ClinicHours WEEKDAYS = new ClinicHours(
            NEW_YORK,
            List.of(weekdays("08:30", "12:00"), weekdays("13:00", "17:30")),
            List.of(new Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving", List.of())));

    public static final ClinicHours ALWAYS = new ClinicHours(
            NEW_YORK, List.of(new WeekPeriod(List.of(DayOfWeek.values()), "00:00", "24:00")), List.of());

    public static final ClinicContactWindows WINDOWS =
            ClinicFiles.shipped().read("contact-windows", ClinicContactWindows.class);

    private static final List<String> DAYS = List.of(
            "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon+", "Tue+", "Wed+", "Thu+", "Fri+", "Sat+", "Sun+");

    private Clinics() {}

    public static WeekPeriod weekdays(String from, String to) {
        return new WeekPeriod(
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                from,
                to);
    }

    /** A time such as {@code Mon 12:34}, in New York in the week of 23 November 2026; {@code Mon+} is a week later. */
    public static Instant at(String reading) {
        return at("2026-11-23", reading);
    }

    /**
     * A time such as {@code Mon 12:34}, in New York.
     *
     * @param monday the day on which the week begins
     */
    public static Instant at(String monday, String reading) {
        String[] words = reading.split(" ", -1);
        LocalDate date = LocalDate.parse(monday).plusDays(DAYS.indexOf(words[0]));
        return date.atTime(LocalTime.parse(words[1])).atZone(NEW_YORK).toInstant();
    }

    public static Set<ZoneId> zones(String... names) {
        return Arrays.stream(names).map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
    }
}
