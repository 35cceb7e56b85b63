package org.careline.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.consent.Clinics.at;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.careline.consent.CallableTime.Within;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.WeekPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Holds(Promise.P6)
class ContactWindowTests {

    private static final Set<ZoneId> MIAMI = Clinics.zones("America/New_York");
    private static final Set<ZoneId> IDAHO = Clinics.zones("America/Boise", "America/Los_Angeles");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # New York      | next
            Mon 12:34       | Mon 12:34
            Mon 08:59       | Mon 09:00
            Mon 20:00       | Tue 09:00
            Sat 19:59       | Sat 19:59
            Sat 20:00       | Sun 12:00
            Sun 11:59       | Sun 12:00
            Sun 17:59       | Sun 17:59
            Sun 18:00       | Mon+ 09:00
            """)
    void theStrictHoursAreKeptRoundTheClock(String from, String next) {
        ContactWindow window = windows(Clinics.ALWAYS).of(MIAMI);

        assertThat(window.next(at(from))).isEqualTo(new CallableTime(at(next), Within.CONTACT_WINDOW));
        assertThat(window.allows(at(from))).isEqualTo(from.equals(next));
    }

    @Test
    void severalZonesMustAllAllowIt() {
        ContactWindow window = windows(Clinics.ALWAYS).of(IDAHO);

        // nine o'clock on the Pacific coast, and eight in the evening in the mountains
        assertThat(window.next(at("Mon 06:00")).at()).isEqualTo(at("Mon 12:00"));
        assertThat(window.allows(at("Mon 21:59"))).isTrue();
        assertThat(window.allows(at("Mon 22:00"))).isFalse();
    }

    @Test
    void whoIsNowhereIsTakenToBeWhereTheClinicIs() {
        ContactWindow window = windows(Clinics.ALWAYS).of(Set.of());

        assertThat(window.next(at("Mon 03:00")).at()).isEqualTo(at("Mon 09:00"));
    }

    @Test
    void theClinicsHoursNarrowIt() {
        ContactWindow window = windows(Clinics.WEEKDAYS).of(Clinics.zones("America/Los_Angeles"));

        assertThat(window.next(at("Mon 09:00")).at()).isEqualTo(at("Mon 13:00"));
        assertThat(window.next(at("Wed 17:30")).at()).isEqualTo(at("Fri 13:00"));
    }

    @Test
    void aLongHolidayEndsWithinTheHours() {
        List<Holiday> days = LocalDate.of(2026, 11, 23)
                .datesUntil(LocalDate.of(2026, 12, 28))
                .map(date -> new Holiday(date, "closed", List.of()))
                .toList();
        ClinicHours closed = new ClinicHours(Clinics.NEW_YORK, Clinics.ALWAYS.open(), days);

        assertThat(windows(closed).of(MIAMI).next(at("Mon 12:00")))
                .isEqualTo(new CallableTime(Instant.parse("2026-12-28T14:00:00Z"), Within.CONTACT_WINDOW));
    }

    @Test
    void hoursThatNeverCoincideLeaveTheClinicsOwn() {
        ClinicHours nights = new ClinicHours(Clinics.NEW_YORK, List.of(Clinics.weekdays("21:00", "24:00")), List.of());

        assertThat(windows(nights).of(MIAMI).next(at("Mon 12:00")))
                .isEqualTo(new CallableTime(at("Mon 21:00"), Within.OPENING_HOURS));
        assertThat(windows(Clinics.ALWAYS)
                        .of(Clinics.zones("America/New_York", "Asia/Singapore"))
                        .next(at("Mon 12:00")))
                .isEqualTo(new CallableTime(at("Mon 12:00"), Within.OPENING_HOURS));
    }

    @Test
    void aClinicThatNeverOpensDelaysNothing() {
        List<Holiday> days = LocalDate.of(2026, 11, 23)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .map(date -> new Holiday(date, "closed", List.of()))
                .toList();
        ClinicHours never = new ClinicHours(Clinics.NEW_YORK, Clinics.ALWAYS.open(), days);

        assertThat(windows(never).of(MIAMI).next(at("Mon 12:00")))
                .isEqualTo(new CallableTime(at("Mon 12:00"), Within.NOTHING));
    }

    @Test
    void theFederalHoursCanBeChosen() {
        ClinicContactWindows shipped = Clinics.WINDOWS;
        ClinicContactWindows federal =
                new ClinicContactWindows(shipped.asOf(), shipped.source(), "federal", shipped.presets());
        ContactWindow window = new ContactWindows(federal, Clinics.ALWAYS).of(MIAMI);

        assertThat(window.next(at("Sun 07:00")).at()).isEqualTo(at("Sun 08:00"));
        assertThat(window.allows(at("Sun 20:59"))).isTrue();
        assertThat(federal.hours()).containsExactly(new WeekPeriod(List.of(DayOfWeek.values()), "08:00", "21:00"));
    }

    private static ContactWindows windows(ClinicHours hours) {
        return new ContactWindows(Clinics.WINDOWS, hours);
    }
}
