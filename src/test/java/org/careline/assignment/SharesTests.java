package org.careline.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.careline.assignment.Rotation.Decided;
import org.careline.contact.Language;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.Contacts;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.support.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads are shared by weight, whoever decides and whoever is there. */
class SharesTests {

    private static final int LEADS = 1_000;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T14:00:00Z"));
    private final SimulatedWorkloads workloads =
            new SimulatedWorkloads(new Stage(0, false), new Weather(), (before, after, how) -> {}, false);
    private final People people = new People(
            People.burst(0),
            List.of(
                    People.one("ana", 3, 0, "en", "es"),
                    People.one("ben", 2, 0, "en"),
                    People.one("cleo", 1, 0, "en"),
                    People.one("dora", 1, 0, "en")));
    private final Rotations rotations = new Rotations(people, people, workloads, clock);
    private final SimulatedStore<LeadId, Lead> leads =
            new SimulatedStore<>("leads", new Stage(0, false), new Weather(), (before, after, how) -> {});
    private final WorkloadSettling rotation = new WorkloadSettling(
            workloads, rotations, (ids, reader) -> leads.find(ids), new SimulatedRounds(List::of), people, clock);
    private final Random random = new Random(20_261_125);
    private final Map<String, Integer> shares = new TreeMap<>();
    private int next;

    @BeforeEach
    void nobodyHasAnything() {
        shares.clear();
    }

    @Test
    void aThousandLeadsAreSharedByWeightThroughTwoNodes() {
        give(LEADS);

        assertShares(people.coordinators(), LEADS);
    }

    @Test
    void whoeverComesBackCatchesNothingUp() {
        give(300);
        assertShares(people.coordinators(), 300);

        people.goesHome("ana");
        rotation.settle();
        shares.clear();
        give(300);
        assertShares(people.coordinators().subList(1, 4), 300);

        people.comes("ana");
        people.says("ben", Presence.State.AWAY, clock.instant());
        rotation.settle();
        shares.clear();
        give(LEADS);
        assertShares(List.of(one("ana"), one("cleo"), one("dora")), LEADS);
    }

    /** One lead for their own place in the rotation, one for those that others took with them when they left. */
    @Test
    void whoeverComesAndGoesAtRandomIsNeitherFloodedNorForgotten() {
        Map<String, Double> fair = new TreeMap<>();
        for (int round = 0; round < 60; round++) {
            people.coordinators().forEach(one -> {
                if (random.nextInt(4) == 0) {
                    people.goesHome(one.id());
                } else {
                    people.comes(one.id());
                }
            });
            rotation.settle();
            List<Coordinator> here = people.coordinators().stream()
                    .filter(one -> people.onShift(one, clock.instant()))
                    .toList();
            int leads = here.isEmpty() ? 0 : 1 + random.nextInt(80);
            give(leads);
            int weights = here.stream().mapToInt(Coordinator::weight).sum();
            here.forEach(one -> fair.merge(one.id(), (double) leads * one.weight() / weights, Double::sum));
            fair.forEach((id, share) -> assertThat((double) shares.getOrDefault(id, 0))
                    .as("%s of %s after %s", id, shares, fair)
                    .isBetween(share - 2, share + 2));
        }
    }

    @Test
    void aLanguageThatOneSpeaksDoesNotTakeTheOthersTurns() {
        for (int lead = 0; lead < 60; lead++) {
            decideAndCharge("es");
        }
        shares.put("ana", 60);

        give(7 * 40);

        assertShares(people.coordinators(), 60 + 7 * 40);
    }

    private Coordinator one(String id) {
        return people.find(new CoordinatorId(id)).orElseThrow();
    }

    /** Each turn two nodes read, decide and charge at once; who loses the guard decides anew. */
    private void give(int leads) {
        int given = 0;
        while (given < leads) {
            Rotation one = rotations.read();
            Rotation other = rotations.read();
            given += charge(one, Math.min(leads - given, 1 + random.nextInt(3)));
            given += charge(other, Math.min(leads - given, 1 + random.nextInt(3)));
            clock.advance(java.time.Duration.ofSeconds(1));
        }
    }

    private int charge(Rotation read, int count) {
        List<Grant> planned = new ArrayList<>();
        List<Lead> written = new ArrayList<>();
        Rotation rotation = read;
        for (int number = 0; number < count; number++) {
            Lead lead = lead(null);
            Decided decided = rotation.decide(AssignmentRequest.of(lead));
            planned.add(decided.grant().orElseThrow());
            written.add(lead.decided(decided.assignment()));
            rotation = decided.after();
        }
        Set<CoordinatorId> charged = new Charges(workloads).charge(read, planned);
        written.removeIf(lead -> !charged.contains(Objects.requireNonNull(lead.owner())));
        leads.write(written);
        written.forEach(lead -> shares.merge(String.valueOf(lead.owner()), 1, Integer::sum));
        return written.size();
    }

    private void decideAndCharge(String language) {
        Rotation read = rotations.read();
        Lead lead = lead(language);
        Decided decided = read.decide(AssignmentRequest.of(lead));
        new Charges(workloads).charge(read, List.of(decided.grant().orElseThrow()));
        leads.write(List.of(lead.decided(decided.assignment())));
    }

    private Lead lead(@Nullable String language) {
        SourceId source = new SourceId("form:" + next++);
        Instant now = clock.instant();
        Person person = new Person(Set.of(), Set.of(), Set.of(), language == null ? null : new Language(language));
        return Lead.openedBy(Contacts.of(source, now, now, person, Map.of(), null, true));
    }

    private void assertShares(List<Coordinator> here, int leads) {
        int weights = here.stream().mapToInt(Coordinator::weight).sum();
        for (Coordinator one : here) {
            double share = (double) leads * one.weight() / weights;
            assertThat((double) shares.getOrDefault(one.id(), 0))
                    .as("%s of %s among %s", one.id(), shares, here.size())
                    .isBetween(share - 1, share + 1);
        }
        assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(leads);
    }
}
