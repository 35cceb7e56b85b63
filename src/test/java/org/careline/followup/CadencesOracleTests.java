package org.careline.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.consent.Clinics;
import org.careline.consent.ContactWindows;
import org.careline.consent.Wall;
import org.careline.followup.ClinicCadences.Starts;
import org.careline.followup.ClinicCadences.Step;
import org.careline.followup.Planned.Attempt;
import org.careline.lead.Channel;
import org.careline.lead.FollowUp;
import org.careline.staff.ClinicHours;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Random cadences, worked off by coordinators who are sometimes late, and each plan made again from what it says. */
class CadencesOracleTests {

    private static final Logger LOG = LoggerFactory.getLogger(CadencesOracleTests.class);
    private static final int ROUNDS = 400;
    private static final List<String> PLACES = List.of(
            "America/New_York", "America/Chicago", "America/Phoenix", "America/Los_Angeles", "Pacific/Honolulu");
    private static final List<String> DAYS = List.of("2026-03-05", "2026-10-29", "2026-06-14");

    private final Random random = new Random(20_261_124);
    private final Map<String, Integer> coverage = new TreeMap<>();

    @Test
    void everyCadenceKeepsTheHoursAndTheDays() {
        for (int round = 0; round < ROUNDS; round++) {
            ClinicHours hours = random.nextBoolean() ? Clinics.ALWAYS : Clinics.WEEKDAYS;
            ClinicCadences file = file();
            Cadences cadences = new Cadences(file, new ContactWindows(Clinics.WINDOWS, hours));
            Set<ZoneId> zones = zones();
            Instant contactAt = LocalDate.parse(DAYS.get(round % DAYS.size()))
                    .atStartOfDay(Clinics.NEW_YORK)
                    .plusSeconds(random.nextInt(6 * 86_400))
                    .toInstant();
            Set<ZoneId> places = zones.isEmpty() ? Set.of(Clinics.NEW_YORK) : zones;
            Wall wall = new Wall(hours, Clinics.WINDOWS.hours(), places);
            follow(cadences, List.copyOf(file.cadences().getOrDefault("dice", List.of())), contactAt, zones, wall);
        }
        LOG.info("Followed: {}", coverage);
        assertThat(coverage)
                .containsKeys("at once", "after hours", "on time", "late", "moved", "two on a day", "no zone");
    }

    private void follow(Cadences cadences, List<Step> steps, Instant contactAt, Set<ZoneId> zones, Wall wall) {
        Attempt first = cadences.first(Channel.FORM, contactAt, zones);
        assertThat(first.dueAt()).isAfterOrEqualTo(contactAt);
        assertThat(first).isEqualTo(cadences.first(Channel.FORM, contactAt, zones));
        check(first, wall);
        count(zones.isEmpty() ? "no zone" : "zones");

        List<Instant> made = new ArrayList<>(List.of(madeAfter(first.dueAt())));
        while (made.size() < steps.size()) {
            Instant last = made.get(made.size() - 1);
            FollowUp so = new FollowUp("dice", contactAt, made.size());
            Attempt next = (Attempt) cadences.next(so, last, zones);
            assertThat(next.dueAt()).isAfterOrEqualTo(last.plus(Duration.ofHours(1)));
            assertThat(next.number()).isEqualTo(made.size() + 1);
            assertThat(next).isEqualTo(cadences.next(so, last, zones));
            check(next, wall);
            made.add(madeAfter(next.dueAt()));
        }
        assertThat(cadences.next(new FollowUp("dice", contactAt, made.size()), contactAt, zones))
                .isInstanceOf(Planned.Exhausted.class);
        checkDays(steps, made, zones);
    }

    /** From the plan's own words alone, beside the clinic's hours that its version stands for. */
    private void check(Attempt attempt, Wall wall) {
        Map<String, String> said = attempt.why().evidence();
        Instant wanted = Instant.parse(said.get("wanted-at"));
        Instant due = attempt.dueAt();
        assertThat(wall.allows(due)).as("%s", attempt).isTrue();
        assertThat(said).containsEntry("due-at", due.toString()).containsEntry("kept-hours", "contact-window");
        switch (attempt.why().rule()) {
            case "first-response" -> {
                assertThat(due).as("%s", attempt).isEqualTo(wall.next(wanted).at());
                count("at once");
            }
            case "first-response-after-hours" -> {
                Instant contactAt = Instant.parse(said.get("contact-at"));
                Instant opening =
                        wall.next(wall.allows(contactAt) ? wanted : contactAt).at();
                Instant later = opening.plus(Duration.parse(said.get("after-hours")));
                assertThat(said).containsEntry("starts-at", opening.toString());
                assertThat(due).as("%s", attempt).isEqualTo(wall.allows(later) ? later : opening);
                count("after hours");
            }
            default -> {
                assertThat(due).as("%s", attempt).isEqualTo(wall.next(wanted).at());
                count(due.equals(wanted) ? "as wanted" : "moved");
            }
        }
    }

    private void checkDays(List<Step> steps, List<Instant> made, Set<ZoneId> zones) {
        ZoneId calendar = new ContactWindows(Clinics.WINDOWS, Clinics.ALWAYS).calendar(zones);
        long most = most(steps.stream().map(Step::day));
        long onOneDay = most(made.stream().map(call -> call.atZone(calendar).toLocalDate()));
        assertThat(onOneDay).as("%s of %s", made, steps).isLessThanOrEqualTo(most);
        count(onOneDay > 1 ? "two on a day" : "one a day");
    }

    private static long most(Stream<?> days) {
        return days.collect(Collectors.groupingBy(day -> day, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    /** Within the day as a rule, sometimes days later. */
    private Instant madeAfter(Instant due) {
        boolean late = random.nextInt(4) == 0;
        count(late ? "late" : "on time");
        return late ? due.plus(Duration.ofMinutes(random.nextInt(4000))) : due.plusSeconds(random.nextInt(600));
    }

    private ClinicCadences file() {
        TreeSet<Step> steps = new TreeSet<>(Step.BY_TIME);
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            int day = random.nextInt(5);
            steps.add(new Step(day, Duration.ofMinutes(5L * random.nextInt(day == 0 ? 100 : 60) + (day == 0 ? 5 : 0))));
        }
        return new ClinicCadences(
                Duration.ofMinutes(15L * random.nextInt(4)),
                Duration.ofHours(12L * random.nextInt(8)),
                Map.of("dice", List.copyOf(steps)),
                new Starts("dice", "dice", "dice", "dice", "dice", "dice"));
    }

    private Set<ZoneId> zones() {
        return Stream.generate(() -> ZoneId.of(PLACES.get(random.nextInt(PLACES.size()))))
                .limit(random.nextInt(3))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void count(String what) {
        coverage.merge(what, 1, Integer::sum);
    }
}
