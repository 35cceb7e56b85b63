package org.careline.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.intake.simulation.SimulatedStore;
import org.careline.intake.simulation.Stage;
import org.careline.intake.simulation.Weather;
import org.careline.lead.ActId;
import org.careline.lead.Assignment;
import org.careline.lead.CloseReason;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.lead.LeadWrites.Changed;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.support.Actors;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dora claims a lead that somebody else changes between her reading and her writing. */
class ClaimRacesTests {

    private static final CoordinatorId DORA = new CoordinatorId("dora");
    private static final CoordinatorId BEN = new CoordinatorId("ben");

    private final MovableClock clock = new MovableClock();
    private final Stage stage = new Stage(0, false);
    private final Meanwhile leads = new Meanwhile();
    private final SimulatedStore<ActId, CoordinatorAct> acts =
            new SimulatedStore<>("acts", stage, new Weather(), (a, b, c) -> {});
    private final SimulatedWorkloads workloads = new SimulatedWorkloads(stage, new Weather(), (a, b, c) -> {}, false);
    private final People people =
            new People(People.burst(0), List.of(People.one("dora", 1, 0, "en"), People.one("ben", 1, 0, "en")));
    private final Rotations rotations = new Rotations(people, people, workloads, clock);
    private final AssignmentDesk desk = new AssignmentDesk(
            (ids, reader) -> leads.find(ids), new LeadWrites(leads, acts), rotations, new Charges(workloads), clock);
    private Lead maya;

    @BeforeEach
    void aLeadThatNobodyOwns() {
        Instant at = clock.instant();
        Person person = new Person(Set.of(), Set.of(new PhoneNumber("+13055550123")), Set.of(), new Language("en"));
        maya = Lead.openedBy(Contacts.of(
                new SourceId("form:one"), at, at.plus(Duration.ofMinutes(5)), person, Map.of(), null, true));
        leads.write(List.of(maya));
    }

    @Test
    void whatChangesNothingOfTheDecisionIsNotChargedTwice() {
        leads.meanwhile(lead -> lead.after(noted(lead, "one")));
        leads.meanwhile(lead -> lead.after(noted(lead, "two")));

        Changed changed = desk.claim(maya.id(), new Actor.Person(DORA));

        assertThat(changed).isInstanceOf(Changed.Written.class);
        assertThat(leads.now(maya.id()).owner()).isEqualTo(DORA);
        assertThat(load(DORA)).satisfies(load -> {
            assertThat(load.rev()).isEqualTo(1);
            assertThat(load.total()).isEqualTo(1);
        });
    }

    @Test
    void aLeadThatWasDecidedMeanwhileIsClaimedByItsOwnTerm() {
        leads.meanwhile(lead -> lead.decided(nobody(lead)));

        Changed changed = desk.claim(maya.id(), new Actor.Person(DORA));

        assertThat(changed).isInstanceOf(Changed.Written.class);
        Lead now = leads.now(maya.id());
        assertThat(now.owner()).isEqualTo(DORA);
        assertThat(now.ownership().nextTerm()).isEqualTo(3);
        assertThat(load(DORA).charge(maya.id(), 2))
                .hasValueSatisfying(charge -> assertThat(charge.counts()).isTrue());
    }

    @Test
    void whoeverWasQuickerKeepsIt() {
        Assignment bens = rotations
                .read()
                .claimed(AssignmentRequest.of(maya), BEN)
                .orElseThrow()
                .assignment();
        leads.meanwhile(lead -> lead.decided(bens));

        Changed changed = desk.claim(maya.id(), new Actor.Person(DORA));

        assertThat(changed)
                .isInstanceOfSatisfying(
                        Changed.Declined.class,
                        declined -> assertThat(declined.lead().owner()).isEqualTo(BEN));
        assertThat(load(DORA).total()).isZero();
        assertThat(load(DORA).charges()).extracting(Charge::state).containsExactly(Charge.State.TAKEN_BACK);
    }

    @Test
    void whatWasClosedMeanwhileIsNotClaimed() {
        leads.meanwhile(lead -> lead.closed(CloseReason.SPAM, clock.instant()));

        assertThat(desk.claim(maya.id(), new Actor.Person(DORA))).isInstanceOf(Changed.Declined.class);
        assertThat(leads.now(maya.id()).owner()).isNull();
    }

    @Test
    void nobodyOfTheRosterClaimsNothing() {
        assertThat(desk.claim(maya.id(), Actors.person("stranger"))).isInstanceOf(Changed.Declined.class);
        assertThat(desk.claim(new LeadId("0".repeat(24)), new Actor.Person(DORA)))
                .isInstanceOf(Changed.Missing.class);
    }

    private Workload load(CoordinatorId id) {
        return Optional.ofNullable(workloads.find(List.of(id)).get(id)).orElseThrow();
    }

    private CoordinatorAct noted(Lead lead, String id) {
        return new CoordinatorAct(
                new ActId(id), 0, lead.id(), clock.instant(), BEN, CoordinatorAct.What.NOTE, null, null, null);
    }

    private Assignment nobody(Lead lead) {
        people.goesHome("ben");
        people.goesHome("dora");
        return rotations.read().decide(AssignmentRequest.of(lead)).assignment();
    }

    /** Leads, each next write of which comes after something that somebody else does. */
    private final class Meanwhile implements GuardedStore<LeadId, Lead> {

        private final SimulatedStore<LeadId, Lead> stored =
                new SimulatedStore<>("leads", stage, new Weather(), (a, b, c) -> {});
        private final Deque<UnaryOperator<Lead>> changes = new ArrayDeque<>();

        void meanwhile(UnaryOperator<Lead> change) {
            changes.add(change);
        }

        Lead now(LeadId id) {
            return Optional.ofNullable(stored.find(List.of(id)).get(id)).orElseThrow();
        }

        @Override
        public Map<LeadId, Lead> find(Collection<LeadId> ids) {
            return stored.find(ids);
        }

        @Override
        public Set<LeadId> write(Collection<Lead> documents) {
            UnaryOperator<Lead> change = changes.poll();
            if (change != null) {
                documents.forEach(lead -> stored.write(List.of(change.apply(now(lead.id())))));
            }
            return stored.write(documents);
        }
    }
}
