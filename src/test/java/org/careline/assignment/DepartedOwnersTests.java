package org.careline.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.ActId;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.lead.UnassignedReason;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.Actor;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.ClinicHours;
import org.careline.staff.CoordinatorId;
import org.careline.staff.OpeningHours;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

/** Dora owns a lead and is taken out of coordinators.yaml. */
class DepartedOwnersTests {

    private static final CoordinatorId DORA = new CoordinatorId("dora");

    private final MovableClock clock = new MovableClock();
    private final Stage stage = new Stage(0, false);
    private final SimulatedStore<LeadId, Lead> leads =
            new SimulatedStore<>("leads", stage, new Weather(), (a, b, c) -> {});
    private final SimulatedStore<ActId, CoordinatorAct> acts =
            new SimulatedStore<>("acts", stage, new Weather(), (a, b, c) -> {});
    private final SimulatedWorkloads workloads = new SimulatedWorkloads(stage, new Weather(), (a, b, c) -> {}, false);

    @Test
    @Holds(Promise.P9)
    void herLeadGoesToAColleagueAfterTheGraceAlthoughNothingOfItIsDue() {
        LeadId lead = ownedByDora(Duration.ofDays(3));
        WaitingLeads later = waiting(People.one("ben", 1, 0, "en"));

        later.takeBackFromTheDeparted();
        assertThat(now(lead).owner()).isEqualTo(DORA);
        clock.advance(WaitingLeads.GRACE);
        later.takeBackFromTheDeparted();

        assertThat(now(lead).owner()).isEqualTo(new CoordinatorId("ben"));
        assertThat(lastReason(lead).text()).contains("dora, who owned it, is no longer among the coordinators.");
    }

    @Test
    void withNobodyElseItWaitsInTheQueueWhereItCanBeClaimed() {
        LeadId lead = ownedByDora(Duration.ofMinutes(5));
        People others = new People(People.burst(0), List.of(People.one("ben", 1, 0, "en")));
        others.goesHome("ben");
        WaitingLeads later = waiting(others);

        later.takeBackFromTheDeparted();
        clock.advance(WaitingLeads.GRACE);
        later.takeBackFromTheDeparted();

        assertThat(now(lead).owner()).isNull();
        assertThat(now(lead).ownership().reason()).isEqualTo(UnassignedReason.NOBODY_ON_SHIFT);
        assertThat(lastReason(lead).text()).contains("dora, who owned it, is no longer among the coordinators.");
    }

    @Test
    void whoCameBackWithinTheGraceKeepsIt() {
        LeadId lead = ownedByDora(Duration.ofMinutes(5));
        People without = new People(People.burst(0), List.of(People.one("ben", 1, 0, "en")));
        WaitingLeads missed = waiting(without);

        missed.takeBackFromTheDeparted();
        clock.advance(WaitingLeads.GRACE);
        waiting(People.one("ben", 1, 0, "en"), People.one("dora", 1, 0, "en")).takeBackFromTheDeparted();

        assertThat(now(lead).owner()).isEqualTo(DORA);
    }

    private LeadId ownedByDora(Duration until) {
        People before = new People(People.burst(0), List.of(People.one("dora", 1, 0, "en")));
        Instant at = clock.instant();
        Person person = new Person(Set.of(), Set.of(new PhoneNumber("+13055550123")), Set.of(), new Language("en"));
        Lead lead =
                Lead.openedBy(Contacts.of(new SourceId("form:one"), at, at.plus(until), person, Map.of(), null, true));
        leads.write(List.of(lead));
        Rotations rotations = new Rotations(before, before, workloads, clock);
        new AssignmentDesk((ids, reader) -> leads.find(ids), writes(), rotations, new Charges(workloads), clock)
                .claim(lead.id(), new Actor.Person(DORA));
        assertThat(now(lead.id()).owner()).isEqualTo(DORA);
        return lead.id();
    }

    private LeadWrites writes() {
        return new LeadWrites(leads, acts);
    }

    private WaitingLeads waiting(Coordinator... others) {
        return waiting(new People(People.burst(0), List.of(others)));
    }

    private WaitingLeads waiting(People people) {
        Rotations rotations = new Rotations(people, people, workloads, clock);
        SimulatedRounds rounds = new SimulatedRounds(leads::all);
        OpeningHours closed = OpeningHours.of(new ClinicHours(ZoneId.of("America/New_York"), List.of(), List.of()));
        return new WaitingLeads(
                rounds, writes(), rotations, new Charges(workloads), people, people, closed, (kind, about) -> {});
    }

    private Lead now(LeadId id) {
        return Optional.ofNullable(leads.find(Set.of(id)).get(id)).orElseThrow();
    }

    private Explanation lastReason(LeadId id) {
        var ledger = now(id).ownership().ledger();
        return ledger.get(ledger.size() - 1).why();
    }
}
