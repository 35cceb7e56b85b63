package org.careline.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.assignment.Rotation.Decided;
import org.careline.contact.Language;
import org.careline.lead.Explanation;
import org.careline.lead.LeadId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whoever has the explanation of an assignment and nothing else comes to the same decision. */
@Holds(Promise.P8)
class RecomputedDecisionsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final List<State> STATES = List.of(State.values());
    private static final Burst BURST = new Burst(2, Duration.ofMinutes(10));
    private static final Pattern CANDIDATE = Pattern.compile("weight=(\\d+) shift=(on|off) presence=(here|away|paused)"
            + " language=(yes|no) load=(\\d+)/(\\d+) given=(\\d+)/(\\d+) pass=(-?\\d+) last=(\\S+) on-call=(\\d+)");

    private final Random random = new Random(20_261_125);

    @Test
    void everyDecisionFollowsFromItsExplanation(TestReporter report) {
        Map<String, Integer> met = new TreeMap<>();
        for (int round = 0; round < 5_000; round++) {
            Rotation rotation = new Rotation(candidates(), NOW);
            for (int lead = 0; lead < 3; lead++) {
                Decided decided = rotation.decide(request());
                Explanation why = decided.assignment().why();
                Optional<CoordinatorId> owner =
                        Optional.ofNullable(decided.assignment().owner());
                assertThat(recomputed(why.evidence())).as("%s", why).isEqualTo(owner.map(CoordinatorId::value));
                met.merge(why.rule() + " " + decided.assignment().reason(), 1, Integer::sum);
                rotation = decided.after();
            }
        }
        report.publishEntry("decisions", met.toString());
        assertThat(met).hasSize(9);
    }

    @Test
    void aDecisionNamesEveryCandidateWithTheReasonForExclusion() {
        Coordinator away = People.one("ana", 1, 0, "en");
        Coordinator next = People.one("ben", 1, 0, "en");
        Rotation rotation =
                new Rotation(List.of(candidate(away, true, State.AWAY), candidate(next, true, State.HERE)), NOW);

        Explanation why = rotation.decide(new AssignmentRequest(new LeadId("%024x".formatted(1)), 1, null, null, false))
                .assignment()
                .why();

        assertThat(why.text())
                .isEqualTo("The one called ben: next in the rotation among The one called ana (not: away),"
                        + " The one called ben.");
    }

    private static Candidate candidate(Coordinator who, boolean onShift, State state) {
        Presence said = new Presence(who.key(), 1, state, NOW, NOW.plusSeconds(60));
        return Candidate.of(who, onShift, said, Workload.none(who.key()), BURST, NOW);
    }

    private List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        for (String id : List.of("ana", "ben", "cleo", "dora").subList(0, 1 + random.nextInt(4))) {
            Coordinator who = random.nextBoolean()
                    ? People.one(id, 1 + random.nextInt(3), random.nextInt(3), "en")
                    : People.one(id, 1 + random.nextInt(3), random.nextInt(3), "en", "es");
            Workload load = Workload.none(who.key());
            for (int lead = random.nextInt(4); lead > 0; lead--) {
                Instant at = NOW.minusSeconds(60L * random.nextInt(20));
                Grant given = new Grant(who.key(), lead(), 1, at, random.nextInt(3) * Workload.UNIT);
                load = load.given(given, who, BURST.within());
            }
            State state = random.nextInt(4) == 0 ? STATES.get(random.nextInt(3)) : State.HERE;
            Presence said = new Presence(who.key(), 1, state, NOW, NOW.plusSeconds(60));
            all.add(Candidate.of(who, random.nextInt(5) > 1, said, load, BURST, NOW));
        }
        return onCall(all);
    }

    /** Some of them, in any order; perhaps nobody. */
    private List<Candidate> onCall(List<Candidate> all) {
        List<Candidate> order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        List<Candidate> woken = order.subList(0, random.nextInt(order.size() + 1));
        return all.stream().map(one -> one.onCall(woken.indexOf(one) + 1)).toList();
    }

    private AssignmentRequest request() {
        @Nullable Language language = random.nextInt(3) == 0 ? new Language("es") : null;
        @Nullable CoordinatorId before = random.nextInt(4) == 0 ? new CoordinatorId("ben") : null;
        return new AssignmentRequest(lead(), 1 + random.nextInt(2), language, before, random.nextInt(4) == 0);
    }

    private LeadId lead() {
        return new LeadId("%024x".formatted(random.nextInt(Integer.MAX_VALUE)));
    }

    /** A candidate as the explanation tells of it. */
    private record Told(
            String id,
            boolean fits,
            boolean shift,
            String presence,
            boolean language,
            long weight,
            long pass,
            long load,
            String last,
            long onCall,
            String place) {

        boolean here() {
            return shift && !presence.equals("away");
        }

        int unfitness() {
            return (presence.equals("here") ? 0 : 2) + (language ? 0 : 1);
        }
    }

    private static Optional<String> recomputed(Map<String, String> evidence) {
        List<Told> all = new ArrayList<>();
        evidence.forEach((key, value) -> {
            if (key.startsWith("candidate-")) {
                all.add(told(key, value));
            }
        });
        long time = Long.parseLong(evidence.getOrDefault("time", ""));
        Comparator<Told> turn = Comparator.comparing((Told one) -> one.pass() > time)
                .thenComparingLong(one -> one.pass() + 720_720 / one.weight())
                .thenComparingLong(Told::load)
                .thenComparing(one -> one.last().equals("never") ? "" : one.last())
                .thenComparing(Told::place);
        if ("yes".equals(evidence.get("safety"))) {
            return all.stream()
                    .filter(Told::here)
                    .min(Comparator.comparingInt(Told::unfitness)
                            .thenComparing(one -> !one.id().equals(evidence.get("before")))
                            .thenComparing(turn))
                    .or(() -> all.stream().filter(one -> one.onCall() > 0).min(Comparator.comparingLong(Told::onCall)))
                    .map(Told::id);
        }
        List<Told> eligible = all.stream().filter(Told::fits).toList();
        Optional<Told> before = eligible.stream()
                .filter(one -> one.id().equals(evidence.get("before")))
                .findFirst();
        return before.or(() -> eligible.stream().min(turn)).map(Told::id);
    }

    private static Told told(String key, String value) {
        Matcher read = CANDIDATE.matcher(value);
        assertThat(read.matches()).as(value).isTrue();
        long load = Long.parseLong(read.group(5));
        long capacity = Long.parseLong(read.group(6));
        boolean room = capacity == 0 || load < capacity;
        boolean works = read.group(2).equals("on") && read.group(3).equals("here") && room;
        boolean more = read.group(8).equals("0") || Long.parseLong(read.group(7)) < Long.parseLong(read.group(8));
        boolean fits = works && read.group(4).equals("yes") && more;
        String place = key.substring(0, "candidate-00".length()).toLowerCase(Locale.ROOT);
        return new Told(
                key.substring("candidate-00-".length()),
                fits,
                read.group(2).equals("on"),
                read.group(3),
                read.group(4).equals("yes"),
                Long.parseLong(read.group(1)),
                Long.parseLong(read.group(9)),
                load,
                read.group(10),
                Long.parseLong(read.group(11)),
                place);
    }
}
