package org.careline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.careline.contact.Language;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.RingPlan.Considered;
import org.careline.routing.RingPlan.Reason;
import org.careline.routing.RingPlan.Ring;
import org.careline.settings.LocalizedText;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.WeekPeriod;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

/** Who is rung when, over made-up rules, teams, callers and hours on the phone. */
class RingStrategiesTests {

    private static final int PLANS = 4_000;
    private static final Instant NOW = MovableClock.MONDAY_NINE;

    private final Map<String, Integer> coverage = new TreeMap<>();

    private record Case(CallPlan rules, List<Coordinator> team, KnownCaller caller, Staffing staffing) {

        RingPlan plan() {
            return Team.planner(rules, Team.hours("00:00", "24:00"), team, Team.SPOKEN)
                    .plan(caller, staffing, NOW);
        }
    }

    @Test
    @Holds(Promise.P11)
    void everyPlanKeepsToItsRules() {
        Optional<String> broken = broken(plan -> plan);

        System.out.println("Plans: " + coverage);
        assertThat(broken).isEmpty();
        assertThat(coverage.keySet())
                .contains("ON_A_CALL", "WRAPPING_UP", "OTHER_SKILLS", "OTHER_LANGUAGE", "BETTER_THAN_NOBODY", "OWNER");
    }

    @Test
    void threeFaultsInTheRulesAreFound() {
        assertThat(broken(plan -> with(plan, twice(plan.rings())))).isPresent();
        assertThat(broken(plan -> with(plan, turned(plan.rings())))).isPresent();
        assertThat(broken(plan -> with(plan, joined(plan)))).isPresent();
    }

    private static RingPlan with(RingPlan plan, List<Ring> rings) {
        return new RingPlan(plan.version(), plan.opening(), rings, plan.later(), plan.considered(), plan.bound());
    }

    private static List<Ring> twice(List<Ring> rings) {
        List<Ring> more = new ArrayList<>(rings);
        more.addAll(rings);
        return more;
    }

    private static List<Ring> turned(List<Ring> rings) {
        List<Ring> other = new ArrayList<>(rings);
        Collections.reverse(other);
        return other;
    }

    private static List<Ring> joined(RingPlan plan) {
        List<Ring> more = new ArrayList<>(plan.rings());
        more.addAll(plan.later());
        return more;
    }

    private Optional<String> broken(UnaryOperator<RingPlan> fault) {
        for (int seed = 0; seed < PLANS; seed++) {
            Case made = made(new Random(seed));
            Optional<String> broken = broken(made, fault.apply(made.plan()));
            if (broken.isPresent()) {
                return Optional.of(broken.get() + " (plan " + seed + ")");
            }
        }
        return Optional.empty();
    }

    private Optional<String> broken(Case made, RingPlan plan) {
        Map<CoordinatorId, Reason> reasons = new HashMap<>();
        plan.considered().forEach(one -> reasons.put(one.coordinator(), one.reason()));
        plan.considered().stream()
                .map(Considered::reason)
                .forEach(reason -> coverage.merge(reason.name(), 1, Integer::sum));
        List<CoordinatorId> rung = plan.rings().stream().map(Ring::coordinator).toList();
        PhoneActivity activity = made.staffing().activity();
        if (new HashSet<>(rung).size() != rung.size()) {
            return Optional.of("each coordinator is rung at most once");
        }
        if (rung.size() > made.rules().mostCoordinators()) {
            return Optional.of("no more are rung than may be");
        }
        if (rung.stream().anyMatch(one -> activity.talking().contains(one))) {
            return Optional.of("nobody who talks is rung");
        }
        if (!inOrder(made, rung)) {
            return Optional.of("they are rung in the order of the call plan");
        }
        if (!rising(plan.rings().stream().map(Ring::after).toList())) {
            return Optional.of("the times rise");
        }
        if (plan.rings().stream()
                .anyMatch(ring -> unfit(made, ring.coordinator())
                        && !(reasons.get(ring.coordinator()) == Reason.BETTER_THAN_NOBODY
                                || reasons.get(ring.coordinator()) == Reason.OWNER))) {
            return Optional.of("whoever is rung fits, or the plan says why they are");
        }
        boolean alone = rung.size() > 1 && reasons.get(rung.get(0)) == Reason.OWNER;
        if (alone && plan.rings().get(1).after().compareTo(made.rules().longestRing()) < 0) {
            return Optional.of("the owner's phone rings alone first");
        }
        return Optional.empty();
    }

    private static boolean rising(List<Duration> times) {
        return IntStream.range(1, times.size()).allMatch(time -> times.get(time).compareTo(times.get(time - 1)) >= 0);
    }

    private static boolean unfit(Case made, CoordinatorId id) {
        Coordinator one = made.team().stream()
                .filter(member -> member.key().equals(id))
                .findFirst()
                .orElseThrow();
        return !made.caller().canTalkWith(one.languages())
                || !one.skills().containsAll(made.caller().skills());
    }

    private static boolean inOrder(Case made, List<CoordinatorId> rung) {
        for (int place = 1; place < rung.size(); place++) {
            boolean owner = made.rules().ownerFirst() && made.caller().isOwnedBy(rung.get(place - 1));
            if (!owner && before(made, rung.get(place), rung.get(place - 1))) {
                return false;
            }
            if (made.rules().ownerFirst() && made.caller().isOwnedBy(rung.get(place))) {
                return false;
            }
        }
        return true;
    }

    /** Whether one surely comes before the other. */
    private static boolean before(Case made, CoordinatorId one, CoordinatorId other) {
        PhoneActivity activity = made.staffing().activity();
        List<CoordinatorId> file = made.team().stream().map(Coordinator::key).toList();
        return switch (made.rules().order()) {
            case FIXED -> file.indexOf(one) < file.indexOf(other);
            case ROTATING -> made.staffing().turn(one) < made.staffing().turn(other);
            case LONGEST_IDLE ->
                activity.talkEnded()
                        .getOrDefault(one, Instant.EPOCH)
                        .isBefore(activity.talkEnded().getOrDefault(other, Instant.EPOCH));
            case FEWEST_CALLS ->
                activity.callsToday().getOrDefault(one, 0)
                        < activity.callsToday().getOrDefault(other, 0);
        };
    }

    private static Case made(Random random) {
        CallPlan rules = new CallPlan(
                5 + random.nextInt(40),
                random.nextInt(6),
                random.nextBoolean(),
                List.of(RingOrder.values()).get(random.nextInt(4)),
                List.of(RingStrategy.values()).get(random.nextInt(3)),
                1 + random.nextInt(30),
                random.nextBoolean(),
                Duration.ofMinutes(random.nextInt(4)),
                8,
                Duration.ofMinutes(60),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                new LocalizedText("c", "c"),
                new LocalizedText("h", "h"),
                new LocalizedText("n", "n"));
        List<Coordinator> team = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(one -> coordinator(one, random))
                .toList();
        KnownCaller caller = new KnownCaller(
                random.nextBoolean() ? null : new CoordinatorId("c" + random.nextInt(7)),
                random.nextBoolean() ? null : new Language(random.nextBoolean() ? "es" : "en"),
                random.nextInt(3) == 0 ? Set.of("insurance") : Set.of());
        return new Case(rules, team, caller, staffing(team, random));
    }

    private static Coordinator coordinator(int number, Random random) {
        Set<String> languages = random.nextBoolean() ? Set.of("en") : Set.of("en", "es");
        Coordinator made = Team.coordinator("c" + number, languages, List.<WeekPeriod>of());
        return new Coordinator(
                made.id(),
                made.name(),
                "+1305555%04d".formatted(100 + number),
                languages,
                random.nextBoolean() ? Set.of() : Set.of("insurance"),
                1,
                40,
                Team.always("x", "en").shifts());
    }

    private static Staffing staffing(List<Coordinator> team, Random random) {
        Map<CoordinatorId, Presence> presence = new HashMap<>();
        Set<CoordinatorId> talking = new HashSet<>();
        Map<CoordinatorId, Instant> ended = new HashMap<>();
        Map<CoordinatorId, Integer> calls = new HashMap<>();
        List<CoordinatorId> turns = new ArrayList<>();
        for (Coordinator one : team) {
            turns.add(one.key());
            if (random.nextInt(5) == 0) {
                presence.put(one.key(), new Presence(one.key(), 1, Presence.State.AWAY, NOW, NOW.plusSeconds(60)));
            }
            if (random.nextInt(4) == 0) {
                talking.add(one.key());
            }
            if (random.nextBoolean()) {
                ended.put(one.key(), NOW.minusSeconds(random.nextInt(600)));
                calls.put(one.key(), 1 + random.nextInt(5));
            }
        }
        Collections.shuffle(turns, random);
        return new Staffing(presence, turns, new PhoneActivity(talking, ended, calls));
    }
}
