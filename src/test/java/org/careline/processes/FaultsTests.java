package org.careline.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Each fault and race a few times, on one store and two nodes; {@link LongFaultsTests} has them in full. */
@TestInstance(Lifecycle.PER_CLASS)
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
    void nodesTakeContactsBeforeTheirStoreIsThere() {
        assertThat(early.answers()).hasSize(EARLY).allMatch(Answer::acknowledged);

        early.allSeenAfter(System.nanoTime());
        assertAllThereOnce(early.counted(), EARLY);
    }

    @Test
    void simultaneousFirstContactsBecomeOneLead() {
        Figures figures = new Races(premises).run(2).told();

        assertThat(figures.found()).isEqualTo(2 * (50 + 60 + 60 + 50));
    }

    @Test
    void whatANodeAcknowledgedSurvivesItsKill() {
        assertAllThereOnce(new Kills(premises, 150, 1).ofNodes(1).told(), 150);
    }

    @Test
    void whatWasAcknowledgedSurvivesTheStoresKill() {
        assertAllThereOnce(new Kills(premises, 150, 2).ofTheStore(1).told(), 150);
    }

    @Test
    void everybodyIsAnsweredWhileTheStoreIsFrozen() {
        Outages.assertAnswered(
                new Outages(premises, Duration.ofSeconds(2)).frozen().told());
    }

    @Test
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
