package org.careline.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A period of one certain day, from its first instant to the one after its last. */
record Span(Instant from, Instant to) implements Comparable<Span> {

    private static final Duration DAY = Duration.ofDays(1);

    static Span of(DayPeriod period, LocalDate date, ZoneId zone) {
        return new Span(at(date, period.begin(), zone), at(date, period.end(), zone));
    }

    /** By the wall clock: a time that a zone change leaves out is the instant of the change. */
    private static Instant at(LocalDate date, Duration clock, ZoneId zone) {
        if (clock.equals(DAY)) {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }
        ZonedDateTime found = ZonedDateTime.ofLocal(date.atTime(LocalTime.MIDNIGHT.plus(clock)), zone, null);
        boolean leftOut = !found.toLocalTime().equals(LocalTime.MIDNIGHT.plus(clock));
        return leftOut
                ? zone.getRules()
                        .getTransition(date.atTime(LocalTime.MIDNIGHT.plus(clock)))
                        .getInstant()
                : found.toInstant();
    }

    boolean covers(Instant when) {
        return !when.isBefore(from) && when.isBefore(to);
    }

    @Override
    public int compareTo(Span other) {
        return from.compareTo(other.from);
    }
}
