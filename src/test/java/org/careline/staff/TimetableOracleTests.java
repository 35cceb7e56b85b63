package org.careline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours.Holiday;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random weeks in zones of all kinds, compared with somebody who looks at the clock on the wall every minute. */
class TimetableOracleTests {

    private static final Logger LOG = LoggerFactory.getLogger(TimetableOracleTests.class);
    private static final DateTimeFormatter READING = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int ROUNDS = 140;
    private static final int LOOKS = 40;
    private static final Duration SHOWN = Duration.ofDays(12);

    /** Zones with the days around which we look at them; all but the first change their clocks then. */
    private static final List<String> PLACES = List.of(
            "Asia/Kolkata 2026-06-10",
            "America/New_York 2026-03-08", // forward at 2:00
            "America/New_York 2026-11-01", // back at 2:00
            "Europe/London 2026-03-29", // forward at 1:00
            "Europe/London 2026-10-25",
            "Australia/Lord_Howe 2026-04-05", // half an hour back
            "Australia/Lord_Howe 2026-10-04",
            "Antarctica/Troll 2026-03-29", // two hours forward
            "Africa/Cairo 2026-04-24", // forward at midnight
            "Africa/Cairo 2026-10-29", // back at midnight, to the day before
            "America/Havana 2026-11-01", // back at 1:00 to midnight
            "America/St_Johns 2010-11-07", // back at 0:01, to the day before
            "America/St_Johns 2011-03-13", // forward at 0:01
            "Pacific/Apia 2011-12-30"); // a day that never was

    private final Random random = new Random(20_261_125);
    private final Map<String, Integer> coverage = new TreeMap<>();

    @Test
    void theClockOnTheWallDecides() {
        for (int round = 0; round < ROUNDS; round++) {
            String[] place = PLACES.get(round % PLACES.size()).split(" ", -1);
            ZoneId zone = ZoneId.of(place[0]);
            LocalDate around = LocalDate.parse(place[1]);
            List<WeekPeriod> week = week();
            compareHours(new ClinicHours(zone, week, holidays(around)), around);
            compareRoster(week, zone, around);
        }
        LOG.info("Compared: {}", coverage);
        assertThat(coverage)
                .containsKeys(
                        "open at once",
                        "opens later",
                        "never seen to open",
                        "seen to close",
                        "never seen to close",
                        "opens or closes by a change of the clock",
                        "on shift",
                        "off shift since");
    }

    private void compareHours(ClinicHours hours, LocalDate around) {
        OpeningHours product = OpeningHours.of(hours);
        Wall wall = new Wall(hours, around);
        for (int look = 0; look < LOOKS; look++) {
            int minute = random.nextInt(wall.open.length);
            Instant when = wall.at(minute).plusMillis(random.nextInt(60_000));
            boolean open = wall.open[minute];
            assertThat(product.openAt(when)).as("%s at %s", hours, when).isEqualTo(open);

            int opens = wall.next(minute, true);
            Optional<Instant> from = product.openFrom(when);
            if (open || opens < wall.open.length) {
                assertThat(from).as("%s from %s", hours, when).contains(open ? when : wall.at(opens));
            } else {
                assertThat(from.orElse(wall.end()))
                        .as("%s from %s", hours, when)
                        .isAfterOrEqualTo(wall.end());
            }
            count(open ? "open at once" : opens < wall.open.length ? "opens later" : "never seen to open");

            int closes = wall.next(minute, false);
            Instant until = product.openUntil(when);
            if (!open || closes < wall.open.length) {
                assertThat(until).as("%s until %s", hours, when).isEqualTo(open ? wall.at(closes) : when);
            } else {
                assertThat(until).as("%s until %s", hours, when).isAfterOrEqualTo(wall.end());
            }
            count(!open ? "closed" : closes < wall.open.length ? "seen to close" : "never seen to close");
            boolean turned = Stream.of(opens, closes).anyMatch(change -> wall.isTurn(change, hours.zone()));
            count(turned ? "opens or closes by a change of the clock" : "by a period");
        }
    }

    private void compareRoster(List<WeekPeriod> week, ZoneId zone, LocalDate around) {
        Coordinator ana = new Coordinator("ana", "Ana Reyes", "+13055550111", Set.of("en"), Set.of(), 1, 0, week);
        Roster roster =
                Roster.of(new ClinicCoordinators(new Burst(3, Duration.ofMinutes(10)), List.of(ana), null), zone);
        Wall wall = new Wall(new ClinicHours(zone, week, List.of()), around);
        int minutesOfAWeek = (int) Duration.ofDays(7).toMinutes();
        for (int look = 0; look < LOOKS; look++) {
            int minute = minutesOfAWeek + random.nextInt(wall.open.length - minutesOfAWeek);
            Instant when = wall.at(minute);
            boolean on = wall.open[minute];
            assertThat(roster.onShift(ana, when)).as("%s at %s", week, when).isEqualTo(on);

            int end = on ? -1 : wall.lastEnd(minute);
            boolean seen = end > minute - minutesOfAWeek;
            assertThat(roster.offShiftSince(ana, when))
                    .as("%s off since, at %s in %s", week, when, zone)
                    .isEqualTo(seen ? Optional.of(wall.at(end)) : Optional.empty());
            count(on ? "on shift" : seen ? "off shift since" : "off shift for longer than a week");
        }
    }

    private void count(String what) {
        coverage.merge(what, 1, Integer::sum);
    }

    private List<WeekPeriod> week() {
        List<WeekPeriod> week = new ArrayList<>();
        int periods = 1 + random.nextInt(4);
        for (int number = 0; number < periods; number++) {
            DayPeriod part = part();
            List<DayOfWeek> days = Stream.of(DayOfWeek.values())
                    .filter(day -> random.nextInt(periods + 1) == 0)
                    .toList();
            week.add(new WeekPeriod(
                    days.isEmpty() ? List.of(DayOfWeek.of(1 + random.nextInt(7))) : days, part.from(), part.to()));
        }
        if (random.nextInt(8) == 0) {
            week.add(new WeekPeriod(List.of(DayOfWeek.values()), "00:00", "24:00"));
        }
        return week;
    }

    private List<Holiday> holidays(LocalDate around) {
        List<Holiday> holidays = new ArrayList<>();
        for (int day = -2; day <= 2; day++) {
            if (random.nextInt(4) == 0) {
                List<DayPeriod> open = random.nextBoolean() ? List.of() : List.of(part());
                holidays.add(new Holiday(around.plusDays(day), "Founders' Day", open));
            }
        }
        return holidays;
    }

    /** Often at night, where clocks are changed, and often up to an edge of the day. */
    private DayPeriod part() {
        int begin = random.nextBoolean() ? random.nextInt(240) : random.nextInt(1_440);
        int length = 1 + random.nextInt(random.nextBoolean() ? 90 : 1_440);
        int from = random.nextInt(5) == 0 ? 0 : begin;
        int to = random.nextInt(5) == 0 ? 1_440 : Math.min(1_440, from + length);
        return new DayPeriod(clock(from), clock(to));
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** What somebody saw who wrote down every minute whether it was open. */
    private static final class Wall {

        private final Instant begin;
        private final boolean[] open = new boolean[(int) SHOWN.toMinutes()];

        Wall(ClinicHours hours, LocalDate around) {
            begin = around.minusDays(9).atStartOfDay(hours.zone()).toInstant();
            for (int minute = 0; minute < open.length; minute++) {
                open[minute] = open(hours, at(minute).atZone(hours.zone()));
            }
        }

        private static boolean open(ClinicHours hours, ZonedDateTime look) {
            Optional<Holiday> holiday = hours.holidays().stream()
                    .filter(day -> day.date().equals(look.toLocalDate()))
                    .findFirst();
            Stream<DayPeriod> today = holiday.map(day -> day.open().stream())
                    .orElseGet(() -> hours.open().stream()
                            .filter(period -> period.days().contains(look.getDayOfWeek()))
                            .map(period -> new DayPeriod(period.from(), period.to())));
            String reading = READING.format(look);
            return today.anyMatch(part -> part.from().compareTo(reading) <= 0 && reading.compareTo(part.to()) < 0);
        }

        Instant at(int minute) {
            return begin.plus(Duration.ofMinutes(minute));
        }

        Instant end() {
            return at(open.length);
        }

        /** The first minute after this one that is open, or closed; the end if none was seen. */
        int next(int minute, boolean wanted) {
            int next = minute + 1;
            while (next < open.length && open[next] != wanted) {
                next++;
            }
            return next;
        }

        /** The minute with which the time before this closed minute ended; -1 if that was not seen. */
        int lastEnd(int minute) {
            int end = minute;
            while (end > 0 && !open[end - 1]) {
                end--;
            }
            return end == 0 ? -1 : end;
        }

        boolean isTurn(int minute, ZoneId zone) {
            return !zone.getRules().getOffset(at(minute)).equals(zone.getRules().getOffset(at(minute - 1)));
        }
    }
}
