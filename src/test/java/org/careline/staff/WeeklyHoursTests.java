package org.careline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.careline.staff.ClinicHours.Holiday;
import org.junit.jupiter.api.Test;

class WeeklyHoursTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<DayOfWeek> WORKDAYS =
            Stream.of(DayOfWeek.values()).limit(5).toList();
    private static final List<DayOfWeek> EVERY_DAY = List.of(DayOfWeek.values());

    private final OpeningHours hours = open(
            List.of(new WeekPeriod(WORKDAYS, "09:00", "12:30"), new WeekPeriod(WORKDAYS, "13:30", "17:00")),
            new Holiday(LocalDate.parse("2026-12-24"), "Christmas Eve", List.of(new DayPeriod("08:00", "12:00"))),
            new Holiday(LocalDate.parse("2026-12-25"), "Christmas Day", List.of()));

    @Test
    void aDayHasSeveralPeriods() {
        assertThat(hours.openAt(at("2026-11-23T08:59"))).isFalse();
        assertThat(hours.openAt(at("2026-11-23T09:00"))).isTrue();
        assertThat(hours.openAt(at("2026-11-23T12:30"))).isFalse();
        assertThat(hours.openUntil(at("2026-11-23T12:29"))).isEqualTo(at("2026-11-23T12:30"));
        assertThat(hours.openFrom(at("2026-11-23T12:30"))).contains(at("2026-11-23T13:30"));
        assertThat(hours.openUntil(at("2026-11-23T13:30"))).isEqualTo(at("2026-11-23T17:00"));
    }

    @Test
    void openMeansOpenFromNowAndClosedMeansUntilNow() {
        assertThat(hours.openFrom(at("2026-11-23T10:00"))).contains(at("2026-11-23T10:00"));
        assertThat(hours.openUntil(at("2026-11-23T18:00"))).isEqualTo(at("2026-11-23T18:00"));
    }

    @Test
    void afterFridayComesMonday() {
        assertThat(hours.openFrom(at("2026-11-20T17:00"))).contains(at("2026-11-23T09:00"));
    }

    @Test
    void aHolidayHasItsOwnHoursOrNone() {
        assertThat(hours.openAt(at("2026-12-24T08:30"))).isTrue();
        assertThat(hours.openAt(at("2026-12-24T14:00"))).isFalse();
        assertThat(hours.openFrom(at("2026-12-24T12:00"))).contains(at("2026-12-28T09:00"));
        assertThat(hours.holiday(at("2026-12-24T23:59"))).map(Holiday::name).contains("Christmas Eve");
        assertThat(hours.holiday(at("2026-12-25T00:00"))).map(Holiday::name).contains("Christmas Day");
        assertThat(hours.holiday(at("2026-12-26T00:00"))).isEmpty();
    }

    @Test
    void periodsThatTouchAreOne() {
        OpeningHours touching = open(List.of(
                new WeekPeriod(List.of(DayOfWeek.MONDAY), "09:00", "12:00"),
                new WeekPeriod(List.of(DayOfWeek.MONDAY), "12:00", "24:00"),
                new WeekPeriod(List.of(DayOfWeek.TUESDAY), "00:00", "02:00")));

        assertThat(touching.openUntil(at("2026-11-23T09:00"))).isEqualTo(at("2026-11-24T02:00"));
        assertThat(touching.openAt(at("2026-11-24T00:00"))).isTrue();
    }

    @Test
    void wallClockHoursStayTheSameAcrossAChangeOfTheClock() {
        OpeningHours nights = open(List.of(new WeekPeriod(EVERY_DAY, "01:30", "03:30")));

        assertThat(nights.openUntil(Instant.parse("2026-03-08T06:30:00Z"))).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(nights.openUntil(Instant.parse("2026-11-01T05:30:00Z"))).isEqualTo("2026-11-01T06:00:00Z");
        assertThat(nights.openFrom(Instant.parse("2026-11-01T06:00:00Z")))
                .contains(Instant.parse("2026-11-01T06:30:00Z"));
        assertThat(nights.openUntil(Instant.parse("2026-11-01T06:30:00Z"))).isEqualTo("2026-11-01T08:30:00Z");
    }

    @Test
    void aPeriodInTheSkippedHourIsNotOpen() {
        OpeningHours skipped = open(List.of(new WeekPeriod(List.of(DayOfWeek.SUNDAY), "02:00", "03:00")));

        assertThat(skipped.openFrom(at("2026-03-02T12:00"))).contains(at("2026-03-15T02:00"));
    }

    @Test
    void roundTheClockIsGivenAsAYear() {
        OpeningHours always = open(List.of(new WeekPeriod(EVERY_DAY, "00:00", "24:00")));

        assertThat(always.openUntil(at("2026-11-23T10:00"))).isEqualTo(at("2027-11-23T10:00"));
        assertThat(always.openFrom(at("2026-11-23T10:00"))).contains(at("2026-11-23T10:00"));
    }

    @Test
    void whoeverDoesNotOpenWithinAYearNeverOpens() {
        LocalDate first = LocalDate.parse("2026-11-23");
        List<WeekPeriod> mondays = List.of(new WeekPeriod(List.of(DayOfWeek.MONDAY), "09:00", "10:00"));
        OpeningHours closed = open(mondays, holidays(first, 60));
        OpeningHours reopening = open(mondays, holidays(first, 52));

        assertThat(closed.openFrom(at("2026-11-23T10:00"))).isEmpty();
        assertThat(reopening.openFrom(at("2026-11-23T10:00"))).contains(at("2027-11-22T09:00"));
    }

    private static Holiday[] holidays(LocalDate first, int weeks) {
        return Stream.iterate(first, monday -> monday.plusWeeks(1))
                .limit(weeks)
                .map(monday -> new Holiday(monday, "Rest", List.of()))
                .toArray(Holiday[]::new);
    }

    private static OpeningHours open(List<WeekPeriod> week, Holiday... holidays) {
        return OpeningHours.of(new ClinicHours(NEW_YORK, week, List.of(holidays)));
    }

    private static Instant at(String reading) {
        return java.time.LocalDateTime.parse(reading).atZone(NEW_YORK).toInstant();
    }
}
