package org.careline.consent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.careline.consent.CallableTime.Within;
import org.careline.staff.ClinicHours;
import org.careline.staff.WeekPeriod;

/** Somebody who reads every clock on the wall, minute by minute. */
public record Wall(ClinicHours clinic, List<WeekPeriod> hours, Set<ZoneId> places) {

    private static final long SEARCHED = 14 * 24 * 60L;

    public boolean allows(Instant when) {
        return open(when) && places.stream().allMatch(place -> within(hours, LocalDateTime.ofInstant(when, place)));
    }

    public boolean open(Instant when) {
        LocalDateTime reading = LocalDateTime.ofInstant(when, clinic.zone());
        return clinic.holidays().stream()
                .filter(day -> day.date().equals(reading.toLocalDate()))
                .findFirst()
                .map(day -> day.open().stream().anyMatch(period -> covers(period.from(), period.to(), reading)))
                .orElseGet(() -> within(clinic.open(), reading));
    }

    public CallableTime next(Instant from) {
        if (clinic.holidays().size() > 100) {
            return new CallableTime(from, Within.NOTHING);
        }
        Instant opening = from;
        while (!open(opening)) {
            opening = minuteAfter(opening);
        }
        Instant last = opening.plus(SEARCHED, ChronoUnit.MINUTES);
        for (Instant at = opening; !at.isAfter(last); at = minuteAfter(at)) {
            if (allows(at)) {
                return new CallableTime(at, Within.CONTACT_WINDOW);
            }
        }
        return new CallableTime(opening, Within.OPENING_HOURS);
    }

    private static Instant minuteAfter(Instant when) {
        return when.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    private static boolean within(List<WeekPeriod> week, LocalDateTime reading) {
        return week.stream()
                .filter(period -> period.days().contains(reading.getDayOfWeek()))
                .anyMatch(period -> covers(period.from(), period.to(), reading));
    }

    private static boolean covers(String from, String to, LocalDateTime reading) {
        int now = reading.getHour() * 60 + reading.getMinute();
        return minute(from) <= now && now < minute(to);
    }

    private static int minute(String clock) {
        return Integer.parseInt(clock, 0, 2, 10) * 60 + Integer.parseInt(clock, 3, 5, 10);
    }
}
