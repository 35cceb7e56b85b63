package org.careline.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.consent.Clinics.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.consent.CallPromise;
import org.careline.consent.CallPromise.Why;
import org.careline.consent.Clinics;
import org.careline.consent.ContactWindows;
import org.careline.consent.Wall;
import org.careline.followup.GoodTimes.Part;
import org.careline.followup.Planned.Attempt;
import org.careline.lead.Channel;
import org.careline.staff.ClinicHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told is what is planned: by random hours, places, wishes and times, and by some that were seen to go wrong. */
class CallPromisesTests {

    private static final Logger LOG = LoggerFactory.getLogger(CallPromisesTests.class);
    private static final int ROUNDS = 4_000;
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final List<String> PLACES = List.of(
            "America/New_York", "America/Chicago", "America/Phoenix", "America/Los_Angeles", "Pacific/Honolulu");
    private static final List<String> DAYS = List.of("2026-03-05", "2026-10-29", "2026-06-14", "2026-11-23");

    private final Random random = new Random(20_261_129);
    private final Map<String, Integer> coverage = new TreeMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sent     | where               | why          | not before | by
            Sun 11:50  | America/New_York    | WINDOW_OPENS | Sun 12:00  | Sun 12:30
            Mon 02:00  | America/New_York    | WINDOW_OPENS | Mon 09:00  | Mon 09:30
            Mon 10:00  | America/New_York    | NOW          | Mon 10:00  | Mon 10:15
            Mon 10:00  | America/Los_Angeles | WINDOW_OPENS | Mon 12:00  | Mon 12:30
            Mon 19:50  | America/New_York    | NOW          | Mon 19:50  | Mon 20:00
            """)
    void nobodyIsToldFifteenMinutesForACallThatIsDueLater(
            String sent, String where, Why why, String notBefore, String by) {
        CallPromise told =
                promises(Clinics.ALWAYS).written(Asked.at(Channel.FORM, at(sent), Clinics.zones(where)), USUAL);

        assertThat(told.why()).isEqualTo(why);
        assertThat(told.from()).isEqualTo(at(notBefore));
        assertThat(told.until()).isEqualTo(at(by));
        assertThat(told.clock()).isEqualTo(ZoneId.of(where));
    }

    @Test
    void theEndOfTheDayIsToldWithTheNextBeginning() {
        CallPromise told = promises(Clinics.ALWAYS)
                .written(Asked.at(Channel.FORM, at("Sat 19:50"), Clinics.zones("America/New_York")), USUAL);

        assertThat(told.until()).isEqualTo(at("Sat 20:00"));
        assertThat(told.otherwise()).isEqualTo(at("Sun 12:00"));
    }

    @Test
    void whoMayBeInSeveralPlacesIsToldByTheClinicsClock() {
        Asked asked = Asked.at(Channel.FORM, at("Mon 10:00"), Clinics.zones("America/Chicago", "America/New_York"));

        assertThat(promises(Clinics.ALWAYS).written(asked, USUAL).clock()).isEqualTo(Clinics.NEW_YORK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sent     | good times                          | due
            Mon 10:00  | weekday-evening                     | Mon 17:30
            Mon 10:00  | weekday-morning                     | Mon 10:05
            Mon 10:00  | weekend-morning                     | Mon 10:05
            Fri 10:00  | weekend-morning                     | Sat 09:30
            Sun 11:50  | weekday-evening, weekend-morning    | Mon+ 17:30
            Sun 11:50  | weekend-afternoon                   | Sun 12:30
            Fri 18:00  | weekend-evening                     | Sat 17:30
            Mon 10:00  | whenever                            | Mon 10:05
            """)
    void theFirstCallPrefersAGoodTimeThatComesWithinTwoDays(String sent, String times, String due) {
        GoodTimes good = GoodTimes.named(List.of(times.split(", ", -1)));
        Asked asked = new Asked(Channel.FORM, at(sent), Clinics.zones("America/New_York"), good);

        Attempt planned = cadences(Clinics.ALWAYS).first(asked);

        assertThat(planned.dueAt()).isEqualTo(at(due));
        assertThat(planned.why().evidence())
                .satisfies(said -> assertThat(said.containsKey("good-times"))
                        .isEqualTo(!good.parts().isEmpty()));
    }

    @Test
    void goodTimesAreByTheClockOfWhereTheyAre() {
        GoodTimes evening = GoodTimes.named(List.of("weekday-evening"));
        Asked asked = new Asked(Channel.FORM, at("Mon 10:00"), Clinics.zones("America/Los_Angeles"), evening);

        CallPromise told = promises(Clinics.ALWAYS).written(asked, USUAL);

        assertThat(told.why()).isEqualTo(Why.GOOD_TIME);
        assertThat(told.from()).isEqualTo(at("Mon 20:00"));
        assertThat(told.until()).isEqualTo(at("Mon 20:30"));
    }

    @Test
    void whoAsksOnThePhoneToBeCalledNowIsCalledNowWhateverTheHours() {
        CallPromises promises = promises(Clinics.ALWAYS);
        Set<ZoneId> miami = Clinics.zones("America/New_York");

        assertThat(promises.callBack(at("Sun 11:56"), miami, Duration.ZERO).dueAt())
                .isEqualTo(at("Sun 12:01"));
        assertThat(promises.callBack(at("Sun 11:56"), miami, Duration.ofMinutes(12))
                        .dueAt())
                .isEqualTo(at("Sun 12:08"));
        assertThat(promises(Clinics.WEEKDAYS)
                        .callBack(at("Mon 18:00"), miami, Duration.ZERO)
                        .dueAt())
                .isEqualTo(at("Tue 09:30"));
    }

    @Test
    void whatIsToldIsNeverEarlierThanWhatIsPlannedAndNoVaguerThanNeeded() {
        for (int round = 0; round < ROUNDS; round++) {
            ClinicHours hours = random.nextBoolean() ? Clinics.ALWAYS : Clinics.WEEKDAYS;
            Asked asked = asked(round);
            CallPromise told = promises(hours).written(asked, USUAL);
            Attempt planned = cadences(hours).first(asked);
            check(told, asked, planned, hours);
        }
        LOG.info("Told: {}", coverage);
        assertThat(coverage)
                .containsKeys("NOW", "CLINIC_OPENS", "WINDOW_OPENS", "GOOD_TIME", "otherwise", "several places");
    }

    private void check(CallPromise told, Asked asked, Attempt planned, ClinicHours hours) {
        Set<ZoneId> places = asked.zones().isEmpty() ? Set.of(Clinics.NEW_YORK) : asked.zones();
        Wall wall = new Wall(hours, Clinics.WINDOWS.hours(), places);
        assertThat(told.dueAt()).as("%s", told).isEqualTo(planned.dueAt());
        assertThat(told.from()).as("%s", told).isBeforeOrEqualTo(planned.dueAt());
        assertThat(told.until()).as("%s", told).isAfterOrEqualTo(planned.dueAt());
        assertThat(wall.allows(told.from())).as("%s", told).isTrue();
        assertThat(places.contains(told.clock()) || told.clock().equals(Clinics.NEW_YORK))
                .isTrue();
        coverage.merge(told.why().name(), 1, Integer::sum);
        coverage.merge(asked.zones().size() > 1 ? "several places" : "one place", 1, Integer::sum);
        if (told.why() == Why.NOW) {
            checkNow(told, asked, wall);
        } else {
            assertThat(told.until()).isEqualTo(planned.dueAt());
            assertThat(told.from()).isAfterOrEqualTo(wall.next(asked.at()).at());
            assertThat(Duration.between(told.from(), told.until())).isLessThanOrEqualTo(Duration.ofMinutes(30));
        }
        if (told.why() == Why.GOOD_TIME) {
            assertThat(told.from()).isBeforeOrEqualTo(asked.at().plus(Duration.ofDays(2)));
        }
    }

    private void checkNow(CallPromise told, Asked asked, Wall wall) {
        assertThat(told.from()).isEqualTo(asked.at());
        assertThat(told.until()).isBeforeOrEqualTo(asked.at().plus(USUAL));
        Instant otherwise = told.otherwise();
        if (otherwise != null) {
            coverage.merge("otherwise", 1, Integer::sum);
            assertThat(otherwise).isEqualTo(wall.next(told.until()).at());
            assertThat(wall.allows(told.until().minusMillis(1))).isTrue();
        }
    }

    private Asked asked(int round) {
        Set<ZoneId> zones = Stream.generate(() -> ZoneId.of(PLACES.get(random.nextInt(PLACES.size()))))
                .limit(random.nextInt(3))
                .collect(Collectors.toUnmodifiableSet());
        EnumSet<Part> good = EnumSet.noneOf(Part.class);
        if (random.nextBoolean()) {
            Stream.of(Part.values()).filter(part -> random.nextInt(3) == 0).forEach(good::add);
        }
        Instant at = LocalDate.parse(DAYS.get(round % DAYS.size()))
                .atStartOfDay(Clinics.NEW_YORK)
                .plusSeconds(random.nextInt(6 * 86_400))
                .toInstant();
        return new Asked(Channel.FORM, at, zones, new GoodTimes(good));
    }

    private static Cadences cadences(ClinicHours hours) {
        return new Cadences(CadencesTests.SHIPPED, new ContactWindows(Clinics.WINDOWS, hours));
    }

    private static CallPromises promises(ClinicHours hours) {
        ContactWindows windows = new ContactWindows(Clinics.WINDOWS, hours);
        return new CallPromises(new Cadences(CadencesTests.SHIPPED, windows), windows);
    }
}
