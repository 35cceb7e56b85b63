package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.intake.simulation.Bench.P1;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.careline.intake.simulation.Bench;
import org.careline.intake.simulation.Happenings;
import org.careline.lead.ActId;
import org.careline.lead.Action;
import org.careline.lead.Conversation;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.DueItem;
import org.careline.lead.Fact;
import org.careline.lead.Lane;
import org.careline.lead.Lead;
import org.careline.lead.NextAction;
import org.careline.lead.SourceId;
import org.careline.lead.Stage;
import org.careline.lead.Waited;
import org.careline.staff.CoordinatorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is owed to somebody with whom a coordinator has talked. */
class TalkedCallTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final int TALK_BEGINS = 30;
    private static final int TALK_ENDS = 400;

    private final Bench bench = new Bench();
    private final SourceId call = bench.call("one", 0, P1);

    private static Instant at(int second) {
        return Happenings.OPENING.plusSeconds(second);
    }

    private static Fact talk(int from, int until) {
        return Conversation.fact(ANA, at(from), at(until), false);
    }

    private static List<Fact> facts() {
        return List.of(
                Fact.accepted("ana", at(TALK_BEGINS - 2), Duration.ofMinutes(60)),
                talk(TALK_BEGINS, TALK_ENDS),
                new Waited(Waited.How.TALKED, at(TALK_BEGINS), Duration.ofSeconds(20), 1, List.of()).fact(),
                new Fact(Fact.Kind.CALL_STATUS, "completed", at(TALK_ENDS + 1), Map.of("duration", "401")));
    }

    private void learn(Fact fact) {
        bench.clinic.nodes.get(0).amend(call, fact, false);
        bench.worker().takeOneBatch();
    }

    private Lead lead() {
        return bench.leadOf(call);
    }

    private NextAction next() {
        NextAction next = lead().next();
        assertThat(next).isNotNull();
        return Objects.requireNonNull(next);
    }

    private void notes(Instant when) {
        CoordinatorAct act = new CoordinatorAct(
                new ActId(UUID.randomUUID().toString()),
                0,
                lead().id(),
                when,
                ANA,
                CoordinatorAct.What.OUTCOME,
                "SPOKE_THINKING",
                null,
                null);
        DueItem owed = DueItem.of(Action.CALL, when.plus(Duration.ofDays(3)), Set.of());
        assertThat(bench.clinic.leads.write(List.of(lead().attempted(act, Stage.IN_CONVERSATION, null, owed, false))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void inWhateverOrderAndHoweverOftenItIsToldTheOutcomeIsOwed(int seed) {
        Random random = new Random(seed);
        List<Fact> told = new ArrayList<>(facts());
        told.addAll(facts().subList(0, random.nextInt(4)));
        Collections.shuffle(told, random);
        bench.clinic.clock.reach(at(TALK_ENDS + 2));

        told.forEach(fact -> {
            bench.clinic.nodes.get(0).amend(call, fact, false);
            if (random.nextBoolean()) {
                bench.worker().takeOneBatch();
            }
        });
        bench.worker().takeOneBatch();

        assertThat(next().what()).isEqualTo(Action.REVIEW);
        assertThat(next().dueAt()).isEqualTo(at(TALK_ENDS).plus(Duration.ofMinutes(5)));
        assertThat(next().lane()).isEqualTo(Lane.MESSAGE);
        assertThat(lead().owner()).isEqualTo(ANA);
        assertThat(lead().times().untold())
                .contains(new Conversation(call, ANA, at(TALK_BEGINS), at(TALK_ENDS), false));
        bench.toRest();
        assertThat(next().what()).isEqualTo(Action.REVIEW);
    }

    @Test
    void anOutcomeThatWasNotedBeforeTheEndWasToldIsEnough() {
        bench.worker().takeOneBatch();
        learn(facts().get(0));
        bench.clinic.clock.reach(at(TALK_ENDS - 10));
        notes(at(TALK_ENDS - 10));

        learn(talk(TALK_BEGINS, TALK_ENDS));
        learn(facts().get(3));

        assertThat(next().what()).isEqualTo(Action.CALL);
        assertThat(next().dueAt()).isEqualTo(at(TALK_ENDS - 10).plus(Duration.ofDays(3)));
    }

    @Test
    void whoComesAgainAfterTheTalkIsCalled() {
        facts().forEach(this::learn);
        bench.form("later", TALK_ENDS + 60, null, P1, null);
        bench.worker().takeOneBatch();

        assertThat(next().what()).isEqualTo(Action.CALL);
        assertThat(next().lane()).isEqualTo(Lane.FIRST_RESPONSE);
    }

    @Test
    void whoWasConnectedForAMomentOnlyIsCalled() {
        learn(facts().get(0));
        learn(talk(TALK_BEGINS, TALK_BEGINS + 9));
        learn(facts().get(3));

        assertThat(next().what()).isEqualTo(Action.CALL);
    }

    @Test
    void ifNobodyNotesAnythingForAnHourThePersonIsCalledAfterAll() {
        bench.worker().takeOneBatch();
        Instant firstCall = next().dueAt();
        facts().forEach(this::learn);
        Instant hour = at(TALK_ENDS).plus(Duration.ofHours(1));

        assertThat(lead().wakesAt()).isEqualTo(hour);
        assertThat(lead().ripened(hour.minusSeconds(1))).isEqualTo(lead());
        Lead noticed = lead().ripened(hour);

        assertThat(noticed.next()).isNotNull().satisfies(next -> {
            assertThat(next.what()).isEqualTo(Action.CALL);
            assertThat(next.lane()).isEqualTo(Lane.FOLLOW_UP);
            assertThat(next.dueAt()).isEqualTo(hour).isAfter(firstCall);
        });
        assertThat(noticed.wakesAt()).isNull();
        assertThat(bench.clinic.leads.write(List.of(noticed))).isNotEmpty();
        learn(new Fact(Fact.Kind.RECORDING, "completed", at(TALK_ENDS + 5), Map.of()));
        assertThat(next().what()).as("what is told late changes nothing").isEqualTo(Action.CALL);
    }

    @Test
    void aTalkIsNotLostInAMerge() {
        facts().forEach(this::learn);
        SourceId other = bench.form("mail", 20, "Maya Ortiz", null, Bench.M1);
        bench.worker().takeOneBatch();
        bench.form("both", 40, "Maya Ortiz", P1, Bench.M1);
        bench.worker().takeOneBatch();
        bench.toRest();

        assertThat(bench.leadOf(other).id()).isEqualTo(lead().id());
        assertThat(next().what()).isEqualTo(Action.REVIEW);
        assertThat(next().dueAt()).isEqualTo(at(TALK_ENDS).plus(Duration.ofMinutes(5)));
    }
}
