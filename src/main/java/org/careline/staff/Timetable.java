package org.careline.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Times of a week by the clock on the wall. A time is covered when that clock reads a time within a period of that day: a
 * period in the hour that is repeated in autumn counts twice, one in the hour that is skipped in spring not at all.
 */
final class Timetable {

    private static final Comparator<DayPeriod> BY_BEGIN = Comparator.comparing(DayPeriod::begin);

    private final ZoneId zone;
    private final Function<LocalDate, List<Span>> days;

    private Timetable(ZoneId zone, Function<LocalDate, List<Span>> days) {
        this.zone = zone;
        this.days = days;
    }

    static Timetable weekly(ZoneId zone, List<WeekPeriod> periods) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    spans(periods.stream()
                            .filter(period -> period.days().contains(day))
                            .map(WeekPeriod::period)
                            .toList()));
        }
        return new Timetable(zone, date -> week.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    /** The same with other times on these days. */
    Timetable except(Map<LocalDate, List<DayPeriod>> otherDays) {
        Map<LocalDate, List<Span>> others = new HashMap<>();
        otherDays.forEach((date, periods) -> others.put(date, spans(periods)));
        return new Timetable(zone, date -> {
            List<Span> other = others.get(date);
            return other == null ? days.apply(date) : other;
        });
    }

    boolean covers(Instant when) {
        return covers(LocalDateTime.ofInstant(when, zone));
    }

    private boolean covers(LocalDateTime reading) {
        int minute = reading.getHour() * 60 + reading.getMinute();
        return days.apply(reading.toLocalDate()).stream().anyMatch(span -> span.begin <= minute && minute < span.end);
    }

    /**
     * When it is first covered, or not covered, after a time at which it is the other way round; empty if not until the
     * end, that end included.
     */
    Optional<Instant> change(boolean covered, Instant after, Instant end) {
        Instant from = after;
        while (true) {
            ZoneOffset offset = zone.getRules().getOffset(from);
            ZoneOffsetTransition putTo = zone.getRules().nextTransition(from);
            Instant turn = putTo == null || putTo.getInstant().isAfter(end) ? null : putTo.getInstant();
            Optional<Instant> steady = change(covered, from, turn == null ? end : turn, offset)
                    .filter(found -> turn == null || found.isBefore(turn));
            if (steady.isPresent() || turn == null) {
                return steady;
            }
            if (covers(turn) == covered) {
                return Optional.of(turn);
            }
            from = turn;
        }
    }

    /** The same while the clock on the wall runs evenly. */
    private Optional<Instant> change(boolean covered, Instant after, Instant end, ZoneOffset offset) {
        LocalDate last = LocalDateTime.ofInstant(end, offset).toLocalDate();
        LocalDate day = LocalDateTime.ofInstant(after, offset).toLocalDate();
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDateTime midnight = day.atStartOfDay();
            Optional<Instant> found = days.apply(day).stream()
                    .map(span -> midnight.plusMinutes(covered ? span.begin : span.end))
                    .filter(reading -> covers(reading) == covered)
                    .map(reading -> reading.toInstant(offset))
                    .filter(at -> at.isAfter(after) && !at.isAfter(end))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Span> spans(List<DayPeriod> periods) {
        return periods.stream().sorted(BY_BEGIN).map(Span::of).toList();
    }

    /** A part of a day in minutes from its beginning by the clock. */
    private record Span(int begin, int end) {

        static Span of(DayPeriod period) {
            return new Span((int) period.begin().toMinutes(), (int) period.end().toMinutes());
        }
    }
}
