package org.careline.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault and race, on one store and two nodes; {@link LongFaultsTests} has those in full that are brief here. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("faults")
class FaultsTests {

    private static final int EARLY = 6;

    private final Premises premises = Premises.of("short");

    private final Tracked early = new Tracked(new Desk(premises.second()));

    @BeforeAll
    void takeContactsBeforeTheStoreIsThere() {
        premises.nodes().forEach(RunningNode::starting);
        premises.nodes().forEach(RunningNode::ready);
        Strangers.of(EARLY, premises)
                .forEach(stranger -> early.acknowledged(Visitors.send(premises.first(), stranger)));
    }

    @BeforeEach
    void everythingRuns() {
        premises.open();
    }

    @AfterAll
    void closeThePremises() {
        premises.close();
    }

    @Test
    @Holds(Promise.P2)
    void nodesTakeContactsBeforeTheirStoreIsThere() {
        assertThat(early.answers()).hasSize(EARLY).allMatch(Answer::acknowledged);

        early.allSeenAfter(System.nanoTime());
        assertAllThereOnce(early.counted(), EARLY);
    }

    @Test
    @Tag("brief")
    @Holds(Promise.P1)
    void simultaneousFirstContactsBecomeOneLead() {
        Figures figures = new Races(premises).run(2).told();

        assertThat(figures.found()).isEqualTo(2 * (50 + 60 + 60 + 50));
    }

    @Test
    @Tag("brief")
    @Holds(Promise.P2)
    void whatANodeAcknowledgedSurvivesItsKill() {
        assertAllThereOnce(new Kills(premises, 150, 1).ofNodes(1).told(), 150);
    }

    @Test
    @Tag("brief")
    @Holds(Promise.P2)
    void whatWasAcknowledgedSurvivesTheStoresKill() {
        assertAllThereOnce(new Kills(premises, 150, 2).ofTheStore(1).told(), 150);
    }

    @Test
    @Tag("brief")
    @Holds(Promise.P3)
    void everybodyIsAnsweredWhileTheStoreIsFrozen() {
        Outages.assertAnswered(
                new Outages(premises, Duration.ofSeconds(2)).of(Absence.FROZEN).told());
    }

    @ParameterizedTest
    @EnumSource(Absence.class)
    @Holds({Promise.P2, Promise.P3, Promise.P5})
    void everyCallIsPlayedToItsEndWhileTheStoreIsAway(Absence absence) {
        Outages.assertAnswered(new WholeCalls(premises, 200).during(absence).told());
    }

    @Test
    @Holds(Promise.P3)
    void theOwnerOfAReturningCallerRingsFirstAlsoWhileTheStoreIsFrozen() {
        String phone = Contact.freshPhone();
        Contact first = Contact.call(phone);
        Visitors.send(premises.first(), first);
        Visitors.send(premises.first(), first.hungUp());
        String owner = OwnerRing.phoneOf(new Desk(premises.first()).ownerOf(phone));
        Await.until(
                "the snapshots know the owner",
                Duration.ofSeconds(20),
                () -> premises.nodes().stream()
                        .allMatch(node -> OwnerRing.rung(node, phone).equals(owner)));

        premises.store().process().freeze();
        try {
            assertThat(premises.nodes())
                    .allSatisfy(node -> assertThat(OwnerRing.rung(node, phone)).isEqualTo(owner));
        } finally {
            premises.store().process().thaw();
        }
    }

    @Test
    @Holds({Promise.P1, Promise.P4})
    void theOtherNodeFinishesTheCallOfSomebodyWhoWaitsWhenTheirsIsKilled() {
        Await.until(
                "callers can wait in line",
                Duration.ofSeconds(20),
                () -> premises.nodes().stream().allMatch(node -> new LineCaller(Contact.freshPhone()).calls(node)));
        String phone = Contact.freshPhone();
        LineCaller caller = new LineCaller(phone);
        assertThat(caller.calls(premises.first())).isTrue();
        assertThat(caller.waits(premises.first(), 0)).contains("You keep your place in line.");

        premises.first().process().kill();

        assertThat(caller.waits(premises.second(), 9)).contains("<Gather").doesNotContain("<Leave");
        assertThat(caller.presses(premises.second(), "1", 12)).contains("<Leave/>");
        assertThat(caller.leaves(premises.second())).contains("We call you back");
        Answer end = caller.hangsUp(premises.second());
        Desk desk = new Desk(premises.second());
        Await.until(
                "their callback is due",
                Duration.ofSeconds(20),
                () -> desk.told(phone, "/nextAction/what").equals("CALL_BACK"));
        Tracked one = new Tracked(desk);
        one.acknowledged(end);
        assertAllThereOnce(one.counted(), 1);
    }

    @Test
    @Holds(Promise.P2)
    void bothBodiesOfOneKeyAreKept() {
        Figures figures = new UsedKeys(premises).whileTheStoreIsDown().told();

        assertThat(figures.found()).isEqualTo(2);
    }

    @Test
    void aFolderBelongsToOneProcess() {
        JavaProcess node = premises.first().another("second-on-one-folder", RunningStore.freePort());
        JavaProcess store = premises.store().another(RunningStore.freePort());

        assertThat(node.exitCode()).isNotZero();
        assertThat(node.log()).contains("is in use by another Careline process").doesNotContain("\tat ");
        assertThat(store.exitCode()).isNotZero();
        assertThat(premises.first().isReady()).isTrue();
    }

    static void assertAllThereOnce(Figures figures, long acknowledged) {
        assertThat(figures.acknowledged()).isEqualTo(acknowledged);
        assertThat(figures.found()).isEqualTo(acknowledged);
        assertThat(figures.doubled()).isZero();
    }
}
