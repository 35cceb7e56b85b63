package org.careline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.routing.Team.PLAN;
import static org.careline.routing.Team.always;
import static org.careline.routing.Team.coordinator;
import static org.careline.routing.Team.hours;
import static org.careline.routing.Team.id;
import static org.careline.routing.Team.plan;
import static org.careline.routing.Team.planner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careline.contact.Language;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.RingPlan.Reason;
import org.careline.routing.RingPlan.Ring;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.ClinicHours.Holiday;
import org.careline.staff.CoordinatorId;
import org.careline.staff.DayPeriod;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.junit.jupiter.api.Test;

class RingPlannerTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ClinicHours NINE_TO_FIVE = hours("09:00", "17:00");
    private static final Coordinator ANA = always("ana", "en", "es");
    private static final Coordinator BEN = always("ben", "en");
    private static final Coordinator CARLA = always("carla", "es");
    private static final Coordinator DAN = always("dan", "en");

    private final RingPlanner planner = planner(PLAN, NINE_TO_FIVE, ANA, BEN, CARLA, DAN);

    @Test
    void openClinicRingsAsManyAsMayBeInTheOrderOfTheFile() {
        RingPlan plan = planner.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON);

        assertThat(plan.opening()).isEqualTo(new Opening(Opening.State.OPEN, ""));
        assertThat(plan.rings()).extracting(Ring::coordinator).containsExactly(id("ana"), id("ben"), id("carla"));
        assertThat(plan.order()).containsExactly(0, 1, 2);
        assertThat(reasons(plan))
                .isEqualTo(Map.of(
                        "ana", Reason.IN_TURN,
                        "ben", Reason.IN_TURN,
                        "carla", Reason.IN_TURN,
                        "dan", Reason.ENOUGH_BEFORE_THEM));
    }

    @Test
    void thePoolsOrderCountsBeforeTheFiles() {
        Staffing turns = new Staffing(Map.of(), List.of(id("dan"), id("zoe"), id("carla")), PhoneActivity.NONE);

        assertThat(rung(planner.plan(KnownCaller.UNKNOWN, turns, NOON))).containsExactly("dan", "carla", "ana");
    }

    @Test
    void theOwnerIsRungFirstWhateverTheLanguage() {
        RingPlan plan = planner.plan(new KnownCaller(id("dan"), new Language("es-US")), Staffing.BY_FILE, NOON);

        assertThat(rung(plan)).containsExactly("dan", "ana", "carla");
        assertThat(reasons(plan)).containsEntry("dan", Reason.OWNER).containsEntry("ben", Reason.OTHER_LANGUAGE);
    }

    @Test
    void anOwnerWhoIsNotHereIsNotRung() {
        Coordinator early = coordinator("dan", Set.of("en"), "06:00", "12:00");
        RingPlanner withEarlyDan = planner(PLAN, NINE_TO_FIVE, ANA, early);
        KnownCaller dans = new KnownCaller(id("dan"), null);

        assertThat(reasons(withEarlyDan.plan(dans, Staffing.BY_FILE, NOON))).containsEntry("dan", Reason.OFF_SHIFT);
        assertThat(rung(withEarlyDan.plan(dans, Staffing.BY_FILE, NOON.minusSeconds(1))))
                .containsExactly("dan", "ana");
        assertThat(rung(planner.plan(dans, said("dan", State.AWAY), NOON))).containsExactly("ana", "ben", "carla");
    }

    @Test
    void anOwnerWhoWorksHereNoMoreChangesNothing() {
        assertThat(planner.plan(new KnownCaller(id("zoe"), null), Staffing.BY_FILE, NOON))
                .isEqualTo(planner.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON));
    }

    @Test
    void presenceNarrowsTheRosterUntilItEnds() {
        Instant end = NOON.plusSeconds(600);

        assertThat(reasons(planner.plan(KnownCaller.UNKNOWN, said("ana", State.AWAY), NOON)))
                .containsEntry("ana", Reason.AWAY)
                .containsEntry("dan", Reason.IN_TURN);
        assertThat(reasons(planner.plan(KnownCaller.UNKNOWN, said("ana", State.PAUSED), end.minusMillis(1))))
                .containsEntry("ana", Reason.PAUSED);
        assertThat(rung(planner.plan(KnownCaller.UNKNOWN, said("ana", State.PAUSED), end)))
                .startsWith("ana");
    }

    @Test
    void nobodyOffShiftIsRungThoughTheySaidThatTheyAreHere() {
        RingPlanner night = planner(PLAN, NINE_TO_FIVE, coordinator("ana", Set.of("en"), "18:00", "24:00"));

        RingPlan plan = night.plan(KnownCaller.UNKNOWN, said("ana", State.HERE), NOON);

        assertThat(plan.opening().open()).isTrue();
        assertThat(plan.rings()).isEmpty();
        assertThat(reasons(plan)).isEqualTo(Map.of("ana", Reason.OFF_SHIFT));
    }

    @Test
    void aClosedClinicRingsNobody() {
        RingPlan plan =
                planner.plan(new KnownCaller(id("ana"), null), Staffing.BY_FILE, NOON.plus(Duration.ofHours(5)));

        assertThat(plan.opening()).isEqualTo(new Opening(Opening.State.CLOSED, ""));
        assertThat(plan.rings()).isEmpty();
        assertThat(reasons(plan).values()).containsOnly(Reason.CLINIC_CLOSED);
    }

    @Test
    void aHolidayIsClosedButInItsOwnHours() {
        LocalDate monday = LocalDate.parse("2026-11-23");
        Holiday closed = new Holiday(monday, "Founders' Day", List.of());
        Holiday afternoon = new Holiday(monday, "Founders' Day", List.of(new DayPeriod("13:00", "15:00")));
        RingPlanner onHoliday = planner(PLAN, hours("09:00", "17:00", closed), ANA);
        RingPlanner onHalfHoliday = planner(PLAN, hours("09:00", "17:00", afternoon), ANA);
        Opening holiday = new Opening(Opening.State.HOLIDAY, "Founders' Day");

        assertThat(onHoliday.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON).opening())
                .isEqualTo(holiday);
        assertThat(onHoliday.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON).rings())
                .isEmpty();
        assertThat(onHalfHoliday
                        .plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON)
                        .opening())
                .isEqualTo(holiday);
        assertThat(rung(onHalfHoliday.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON.plus(Duration.ofHours(2)))))
                .containsExactly("ana");
    }

    @Test
    void withNobodyToBeRungTheClinicIsStillOpen() {
        RingPlan plan = planner(plan(20, 0), NINE_TO_FIVE, ANA).plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON);

        assertThat(plan.opening().open()).isTrue();
        assertThat(plan.rings()).isEmpty();
    }

    @Test
    @Holds(Promise.P4)
    void theBoundIsTheSumOfWhatCanHappen() {
        RingPlan three = planner.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON);
        RingPlan none = planner.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON.minus(Duration.ofHours(6)));

        assertThat(three.bound()).isEqualTo(Duration.ofSeconds(15 + 3 * (20 + 5 + 6 + 8) + 360));
        assertThat(none.bound()).isEqualTo(Duration.ofSeconds(15 + 360));
        assertThat(planner.longest()).isEqualTo(three.bound());
    }

    @Test
    void aVersionIsTheSameInEveryProcess() {
        assertThat(planner.version()).isEqualTo("37635c7712");
    }

    @Test
    void positionsAreMeantInTheFile() {
        String version = planner.version();

        assertThat(planner.coordinator(version, 3)).contains(DAN);
        assertThat(planner.coordinator(version, 4)).isEmpty();
        assertThat(planner.coordinator(version, -1)).isEmpty();
        assertThat(planner.coordinator("0123456789", 3)).isEmpty();
    }

    @Test
    void theVersionIsTheSameForTheSameFiles() {
        String version = planner.version();
        Coordinator sameAna = always("ana", "es", "en");

        assertThat(version).matches("[0-9a-f]{10}");
        assertThat(planner.plan(KnownCaller.UNKNOWN, Staffing.BY_FILE, NOON).version())
                .isEqualTo(version);
        assertThat(planner(PLAN, NINE_TO_FIVE, sameAna, BEN, CARLA, DAN).version())
                .isEqualTo(version);
        assertThat(planner(PLAN, NINE_TO_FIVE, BEN, ANA, CARLA, DAN).version()).isNotEqualTo(version);
        assertThat(planner(PLAN, NINE_TO_FIVE, ANA, BEN, CARLA).version()).isNotEqualTo(version);
        assertThat(planner(plan(21, 3), NINE_TO_FIVE, ANA, BEN, CARLA, DAN).version())
                .isNotEqualTo(version);
        assertThat(planner(PLAN, hours("09:00", "17:01"), ANA, BEN, CARLA, DAN).version())
                .isNotEqualTo(version);
    }

    @Test
    @Holds(Promise.P8)
    void anExplanationHasNoContactData() {
        assertThat(planner.plan(new KnownCaller(id("dan"), new Language("es")), Staffing.BY_FILE, NOON)
                        .toString())
                .contains("ana: IN_TURN", "dan: OWNER", "ben: OTHER_LANGUAGE")
                .doesNotContain("+1305", "Name of");
    }

    private static Staffing said(String id, State state) {
        Presence presence = new Presence(id(id), 1, state, NOON.minusSeconds(60), NOON.plusSeconds(600));
        return new Staffing(Map.of(presence.id(), presence), List.of(), PhoneActivity.NONE);
    }

    private static List<String> rung(RingPlan plan) {
        return plan.rings().stream()
                .map(Ring::coordinator)
                .map(CoordinatorId::value)
                .toList();
    }

    private static Map<String, Reason> reasons(RingPlan plan) {
        return plan.considered().stream()
                .collect(Collectors.toMap(one -> one.coordinator().value(), RingPlan.Considered::reason));
    }
}
