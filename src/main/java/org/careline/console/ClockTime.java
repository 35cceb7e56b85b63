package org.careline.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time as a clock says it, with as much of a date as it needs to be understood now. */
final class ClockTime {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_WEEK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ANY_DAY = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ANY_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final int A_WEEK = 7;

    private ClockTime() {}

    /** "15:00" today, "Mon 15:00" within a week, "Wed 2 Dec, 10:00" at another day, the year too if it is another. */
    static String of(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        long days = Math.abs(ChronoUnit.DAYS.between(today, local.toLocalDate()));
        if (days == 0) {
            return TODAY.format(local);
        }
        if (days < A_WEEK) {
            return THIS_WEEK.format(local);
        }
        return (local.getYear() == today.getYear() ? ANY_DAY : ANY_YEAR).format(local);
    }

    /** The same with its date, whatever day it is: "Wed 2 Dec, 10:00". */
    static String dated(Instant at, ZoneId zone) {
        return ANY_DAY.format(at.atZone(zone));
    }
}
