package org.careline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.junit.jupiter.api.Test;

class ClinicRosterTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Burst BURST = new Burst(3, Duration.ofMinutes(10));

    private final Coordinator ana = works(
            "ana",
            new WeekPeriod(List.of(DayOfWeek.MONDAY), "09:00", "12:00"),
            new WeekPeriod(List.of(DayOfWeek.MONDAY), "12:00", "17:00"));
    private final Coordinator ben = works("ben", new WeekPeriod(List.of(DayOfWeek.values()), "00:00", "24:00"));
    private final Coordinator stranger = works("cleo", new WeekPeriod(List.of(DayOfWeek.MONDAY), "09:00", "12:00"));
    private final Roster roster = Roster.of(new ClinicCoordinators(BURST, List.of(ben, ana), null), NEW_YORK);

    @Test
    void coordinatorsComeInTheOrderOfTheFile() {
        assertThat(roster.coordinators()).containsExactly(ben, ana);
        assertThat(roster.burst()).isEqualTo(BURST);
        assertThat(roster.find(new CoordinatorId("ana"))).contains(ana);
        assertThat(roster.find(new CoordinatorId("cleo"))).isEmpty();
    }

    @Test
    void shiftsAreByTheClinicsClock() {
        assertThat(roster.onShift(ana, at("2026-11-23T08:59"))).isFalse();
        assertThat(roster.onShift(ana, at("2026-11-23T09:00"))).isTrue();
        assertThat(roster.onShift(ana, at("2026-11-23T17:00"))).isFalse();
        assertThat(roster.onShift(ben, at("2026-11-23T17:00"))).isTrue();
    }

    @Test
    void theLastEndOfAShiftIsKnown() {
        assertThat(roster.offShiftSince(ana, at("2026-11-23T17:00"))).contains(at("2026-11-23T17:00"));
        assertThat(roster.offShiftSince(ana, at("2026-11-24T10:00"))).contains(at("2026-11-23T17:00"));
        assertThat(roster.offShiftSince(ana, at("2026-11-23T08:59"))).contains(at("2026-11-16T17:00"));
    }

    @Test
    void whoeverIsOnShiftIsNotOff() {
        assertThat(roster.offShiftSince(ana, at("2026-11-23T12:00"))).isEmpty();
        assertThat(roster.offShiftSince(ben, at("2026-11-23T12:00"))).isEmpty();
    }

    @Test
    void nothingIsKnownOfMoreThanAWeekAgo() {
        Coordinator fridays = works("ana", new WeekPeriod(List.of(DayOfWeek.FRIDAY), "09:00", "12:00"));
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        Roster there = Roster.of(new ClinicCoordinators(BURST, List.of(fridays), null), samoa);

        Instant afterTheFridayThatNeverWas =
                LocalDateTime.parse("2012-01-02T12:00").atZone(samoa).toInstant();

        assertThat(there.offShiftSince(fridays, afterTheFridayThatNeverWas)).isEmpty();
    }

    @Test
    void whoeverIsNotOnTheRosterNeverWorks() {
        assertThat(roster.onShift(stranger, at("2026-11-23T10:00"))).isFalse();
        assertThat(roster.offShiftSince(stranger, at("2026-11-23T13:00"))).isEmpty();
    }

    @Test
    @Holds(Promise.P10)
    void noPhoneReachesALog() {
        assertThat(ana).hasToString("Coordinator[ana]");
    }

    private static Coordinator works(String id, WeekPeriod... shifts) {
        return new Coordinator(
                id, "The one called " + id, "+13055550111", Set.of("en"), Set.of(), 1, 0, List.of(shifts));
    }

    private static Instant at(String reading) {
        return LocalDateTime.parse(reading).atZone(NEW_YORK).toInstant();
    }
}
