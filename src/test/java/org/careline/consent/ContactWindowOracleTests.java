package org.careline.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.consent.CallableTime.Within;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.DayPeriod;
import org.careline.staff.WeekPeriod;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random clinics and people, compared with somebody who looks at every clock on the wall each minute. */
@Holds(Promise.P6)
class ContactWindowOracleTests {

    private static final Logger LOG = LoggerFactory.getLogger(ContactWindowOracleTests.class);
    private static final int ROUNDS = 90;
    private static final int LOOKS = 4;

    /** One zone for every clock that runs in the United States and its territories. */
    private static final List<String> PLACES = List.of(
            "America/Puerto_Rico",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "America/Adak",
            "Pacific/Honolulu",
            "Pacific/Pago_Pago",
            "Pacific/Guam");

    /** Days around which we look: the clocks go forward, back, or run evenly. */
    private static final List<String> DAYS = List.of("2026-03-08", "2026-11-01", "2026-06-14");

    private final Random random = new Random(20_261_123);
    private final Map<String, Integer> coverage = new TreeMap<>();

    @Test
    void nothingIsEverOutsideTheHoursOrLaterThanItCouldBe() {
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate around = LocalDate.parse(DAYS.get(round % DAYS.size()));
            ClinicHours clinic = new ClinicHours(zone(), week(), holidays(around));
            ClinicContactWindows file = random.nextBoolean() ? Clinics.WINDOWS : windows();
            Set<ZoneId> zones = zones();
            ContactWindow window = new ContactWindows(file, clinic).of(zones);
            Wall wall = new Wall(clinic, file.hours(), zones.isEmpty() ? Set.of(clinic.zone()) : zones);
            for (int look = 0; look < LOOKS; look++) {
                Instant from = around.atStartOfDay(clinic.zone())
                        .minusHours(random.nextInt(72))
                        .plusSeconds(random.nextInt(72 * 3600))
                        .toInstant()
                        .plusMillis(random.nextInt(1000));
                compare(window, wall, from, zones);
            }
        }
        LOG.info("Compared: {}", coverage);
        assertThat(coverage)
                .containsKeys(
                        "at once",
                        "later",
                        "OPENING_HOURS",
                        "NOTHING",
                        "no zone",
                        "one zone",
                        "several zones",
                        "a clock is put meanwhile");
    }

    private void compare(ContactWindow window, Wall wall, Instant from, Set<ZoneId> zones) {
        CallableTime found = window.next(from);

        assertThat(window.allows(from)).as("%s at %s", wall, from).isEqualTo(wall.allows(from));
        assertThat(found).as("%s from %s", wall, from).isEqualTo(wall.next(from));
        boolean put = Stream.concat(zones.stream(), Stream.of(wall.clinic().zone()))
                .anyMatch(zone ->
                        !zone.getRules().getOffset(from).equals(zone.getRules().getOffset(found.at())));
        count(
                found.within() != Within.CONTACT_WINDOW
                        ? found.within().name()
                        : found.at().equals(from) ? "at once" : "later");
        count(zones.isEmpty() ? "no zone" : zones.size() == 1 ? "one zone" : "several zones");
        count(put ? "a clock is put meanwhile" : "clocks run evenly");
    }

    private void count(String what) {
        coverage.merge(what, 1, Integer::sum);
    }

    private ZoneId zone() {
        return ZoneId.of(PLACES.get(random.nextInt(PLACES.size())));
    }

    private Set<ZoneId> zones() {
        return Stream.generate(this::zone).limit(random.nextInt(4)).collect(Collectors.toUnmodifiableSet());
    }

    private ClinicContactWindows windows() {
        return new ClinicContactWindows(LocalDate.of(2026, 11, 23), "dice", "dice", Map.of("dice", week()));
    }

    private List<WeekPeriod> week() {
        List<WeekPeriod> periods = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.values()));
            Collections.shuffle(days, random);
            DayPeriod period = period();
            periods.add(new WeekPeriod(days.subList(0, 1 + random.nextInt(7)), period.from(), period.to()));
        }
        return periods;
    }

    private DayPeriod period() {
        int from = random.nextInt(47);
        int to = from + 1 + random.nextInt(48 - from);
        return new DayPeriod(clock(from), clock(to));
    }

    private static String clock(int halfHours) {
        return String.format(Locale.ROOT, "%02d:%02d", halfHours / 2, halfHours % 2 * 30);
    }

    /** Sometimes for ever, so that the clinic never opens. */
    private List<Holiday> holidays(LocalDate around) {
        int days = random.nextInt(12) == 0 ? 400 : random.nextInt(3);
        return around.minusDays(3)
                .datesUntil(around.minusDays(3).plusDays(days))
                .map(date ->
                        new Holiday(date, "closed", days > 10 || random.nextBoolean() ? List.of() : List.of(period())))
                .toList();
    }
}
