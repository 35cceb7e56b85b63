package org.careline.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.assignment.Rotation.Decided;
import org.careline.contact.Language;
import org.careline.lead.ActId;
import org.careline.lead.Assignment;
import org.careline.lead.Assignment.How;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Person;
import org.careline.lead.SafetyHold;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.ClinicCoordinators.Burst;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever may be in danger has an owner at once, whatever limits say. */
@Holds(Promise.P5)
class SafetyAssignmentTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Cause DANGER = Cause.of(SafetyHold.Kind.CRISIS_LINE, NOW, new SourceId("call:CA1"));
    private static final Burst BURST = new Burst(1, Duration.ofMinutes(10));

    @Test
    void neitherCapacityNorBurstLimitStandsInTheWay() {
        Rotation full = new Rotation(List.of(loaded("ana", 1, State.HERE, true, 0)), NOW);

        Assignment ordinary =
                full.decide(AssignmentRequest.of(lead(null, false))).assignment();
        Assignment danger = full.decide(AssignmentRequest.of(lead(null, true))).assignment();

        assertThat(ordinary.owner()).isNull();
        assertThat(danger.owner()).isEqualTo(new CoordinatorId("ana"));
        assertThat(danger.how()).isEqualTo(How.SAFETY);
        assertThat(danger.why().rule()).isEqualTo("safety");
        assertThat(danger.why().text())
                .isEqualTo("The one called ana: above limits, for safety; first among The one called ana.");
    }

    @Test
    void aLanguageIsPreferredButNeverAReasonToHaveNobody() {
        Rotation mixed = new Rotation(
                List.of(free("ana", State.HERE, true, 0, "en"), free("ben", State.HERE, true, 0, "en", "es")), NOW);
        Rotation english = new Rotation(List.of(free("ana", State.HERE, true, 0, "en")), NOW);

        assertThat(owner(mixed, "es")).contains("ben");
        assertThat(owner(english, "es")).contains("ana");
    }

    @Test
    void whoPausesCountsRatherThanNobodyButWhoIsAwayDoesNot() {
        Candidate paused = free("ana", State.PAUSED, true, 0, "en");
        Candidate here = free("ben", State.HERE, true, 0, "en");
        Candidate away = free("cleo", State.AWAY, true, 1, "en");

        assertThat(owner(new Rotation(List.of(paused, here), NOW), null)).contains("ben");
        assertThat(owner(new Rotation(List.of(away, paused), NOW), null)).contains("ana");
    }

    @Test
    void withNobodyOnShiftItIsTheFirstOfThoseOnCall() {
        Rotation night = new Rotation(
                List.of(
                        free("ana", State.HERE, false, 2, "en"),
                        free("ben", State.HERE, false, 1, "en"),
                        free("cleo", State.AWAY, true, 0, "en")),
                NOW);

        Assignment decided =
                night.decide(AssignmentRequest.of(lead(null, true))).assignment();

        assertThat(decided.owner()).isEqualTo(new CoordinatorId("ben"));
        assertThat(decided.why().rule()).isEqualTo("safety-on-call");
        assertThat(decided.why().text()).contains("first of those on call").contains("(not: away)");
    }

    @Test
    void anOwnerWhoIsNotThereIsReplacedAtOnce() {
        Lead held = owned(lead(null, true), "ana");
        Rotation anaIsAway = new Rotation(
                List.of(free("ana", State.AWAY, true, 0, "en"), free("ben", State.HERE, true, 0, "en")), NOW);
        Rotation anaIsHere = new Rotation(
                List.of(free("ana", State.HERE, true, 0, "en"), free("ben", State.HERE, true, 0, "en")), NOW);
        Rotation anaWentHome = new Rotation(
                List.of(free("ana", State.HERE, false, 1, "en"), free("ben", State.HERE, true, 0, "en")), NOW);

        assertThat(anaIsAway.decideIfNeeded(held))
                .map(SafetyAssignmentTests::ownerOf)
                .contains("ben");
        assertThat(anaWentHome.decideIfNeeded(held))
                .map(SafetyAssignmentTests::ownerOf)
                .contains("ben");
        assertThat(anaIsHere.decideIfNeeded(held)).isEmpty();
        assertThat(anaIsAway.decideIfNeeded(owned(lead(null, false), "ana"))).isEmpty();
    }

    @Test
    void whoeverTookThemByHandKeepsThemAlsoAtNight() {
        Lead held = owned(lead(null, true), "ben");
        Rotation night = new Rotation(
                List.of(free("ana", State.HERE, false, 1, "en"), free("ben", State.HERE, false, 0, "en")), NOW);
        Rotation morning = new Rotation(
                List.of(free("ana", State.HERE, true, 1, "en"), free("ben", State.HERE, false, 0, "en")), NOW);

        assertThat(night.decideIfNeeded(held))
                .map(SafetyAssignmentTests::ownerOf)
                .contains("ana");
        assertThat(night.decideIfNeeded(taken(held, "ben"))).isEmpty();
        assertThat(morning.decideIfNeeded(taken(held, "ben"))).isEmpty();
        assertThat(morning.decideIfNeeded(taken(held, "ana")))
                .map(SafetyAssignmentTests::ownerOf)
                .contains("ana");
    }

    @Test
    void whoeverSpeaksTheirLanguageTakesOverFromOneWhoDoesNot() {
        Lead held = taken(owned(lead("es", true), "ana"), "ana");
        Candidate ana = free("ana", State.HERE, true, 1, "en");

        assertThat(new Rotation(List.of(ana, free("ben", State.HERE, true, 0, "es")), NOW).decideIfNeeded(held))
                .map(SafetyAssignmentTests::ownerOf)
                .contains("ben");
        assertThat(new Rotation(List.of(ana, free("ben", State.HERE, true, 0, "en")), NOW).decideIfNeeded(held))
                .isEmpty();
    }

    private static Optional<String> owner(Rotation rotation, @Nullable String language) {
        return Optional.of(ownerOf(rotation.decide(AssignmentRequest.of(lead(language, true)))));
    }

    private static String ownerOf(Decided decided) {
        return String.valueOf(decided.assignment().owner());
    }

    private static Candidate free(String id, State state, boolean onShift, int onCall, String... languages) {
        var who = People.one(id, 1, 0, languages);
        Presence said = new Presence(who.key(), 1, state, NOW, NOW.plusSeconds(60));
        return Candidate.of(who, onShift, said, Workload.none(who.key()), BURST, NOW)
                .onCall(onCall);
    }

    private static Candidate loaded(String id, int capacity, State state, boolean onShift, int onCall) {
        var who = People.one(id, 1, capacity, "en");
        Workload load = Workload.none(who.key())
                .given(new Grant(who.key(), new LeadId("%024x".formatted(7)), 1, NOW, 0), who, BURST.within());
        Presence said = new Presence(who.key(), 1, state, NOW, NOW.plusSeconds(60));
        return Candidate.of(who, onShift, said, load, BURST, NOW).onCall(onCall);
    }

    private static Lead lead(@Nullable String language, boolean inDanger) {
        Person person = new Person(Set.of(), Set.of(), Set.of(), language == null ? null : new Language(language));
        return Lead.openedBy(Contacts.of(
                new SourceId("call:CA1"),
                NOW,
                NOW,
                person,
                Map.of(),
                null,
                true,
                null,
                inDanger ? List.of(DANGER) : List.of()));
    }

    private static Lead owned(Lead lead, String by) {
        List<Candidate> all = new ArrayList<>(List.of(free(by, State.HERE, true, 0, "en")));
        return lead.decided(
                new Rotation(all, NOW).decide(AssignmentRequest.of(lead)).assignment());
    }

    private static Lead taken(Lead lead, String by) {
        return lead.after(new CoordinatorAct(
                new ActId("act-1"),
                0,
                lead.id(),
                NOW.plusSeconds(5),
                new CoordinatorId(by),
                CoordinatorAct.What.CLAIM,
                null,
                null,
                null));
    }
}
