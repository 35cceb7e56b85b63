package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.WeekPeriod;
import org.junit.jupiter.api.Test;

/** Times are those of a clinic in New York that is open on weekdays from 8 to 17, but for Thanksgiving and the day after. */
class NextContactTests {

    private static final ClinicHours HOURS = new ClinicHours(
            ZoneId.of("America/New_York"),
            List.of(new WeekPeriod(
                    List.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY),
                    "08:00",
                    "17:00")),
            List.of(
                    new ClinicHours.Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving", List.of()),
                    new ClinicHours.Holiday(LocalDate.of(2026, 11, 27), "The day after", List.of())));
    private static final OpeningHours OPEN = OpeningHours.of(HOURS);

    @Test
    void whileOpenItIsMinutes() {
        NextContact next = at("2026-11-23T14:00:00Z", "en");

        assertThat(next).isEqualTo(new NextContact("webform.next.open", 15, null, "Eastern Time"));
    }

    @Test
    void shortlyBeforeClosingTheNextOpeningIsNamedToo() {
        assertThat(at("2026-11-23T21:45:00Z", "en").words()).isEqualTo("webform.next.open");

        NextContact closing = at("2026-11-23T21:45:01Z", "en");

        assertThat(closing.words()).isEqualTo("webform.next.closing");
        assertThat(closing.opens())
                .isEqualTo(new ClinicTime("webform.when.tomorrow", "8:00 AM", "Tuesday, November 24"));
    }

    @Test
    void earlyInTheMorningItIsToday() {
        NextContact next = at("2026-11-23T12:59:00Z", "en");

        assertThat(next.words()).isEqualTo("webform.next.closed");
        assertThat(next.opens()).isEqualTo(new ClinicTime("webform.when.today", "8:00 AM", "Monday, November 23"));
    }

    @Test
    void beforeAHolidayItIsTheDayAfterIt() {
        NextContact english = at("2026-11-25T23:00:00Z", "en");
        NextContact spanish = at("2026-11-25T23:00:00Z", "es");

        assertThat(english.opens()).isEqualTo(new ClinicTime("webform.when.day", "8:00 AM", "Monday, November 30"));
        assertThat(spanish.opens()).isEqualTo(new ClinicTime("webform.when.day", "8:00 h", "lunes 30 de noviembre"));
    }

    @Test
    void tomorrowIsByTheClinicsClockAndNotByGreenwich() {
        assertThat(at("2026-11-24T03:00:00Z", "en").opens())
                .isEqualTo(new ClinicTime("webform.when.tomorrow", "8:00 AM", "Tuesday, November 24"));
    }

    @Test
    void aClinicThatNeverClosesIsOpen() {
        OpeningHours always = OpeningHours.of(new ClinicHours(
                ZoneId.of("America/New_York"),
                List.of(new WeekPeriod(List.of(DayOfWeek.values()), "00:00", "24:00")),
                List.of()));

        assertThat(NextContact.at(Instant.parse("2026-11-24T03:59:59Z"), always, 120, "en")
                        .words())
                .isEqualTo("webform.next.open");
    }

    private static NextContact at(String now, String language) {
        return NextContact.at(Instant.parse(now), OPEN, 15, language);
    }
}
