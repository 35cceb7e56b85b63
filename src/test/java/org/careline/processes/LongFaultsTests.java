package org.careline.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The faults and races in full, each on premises of its own. */
@Tag("long")
@Tag("faults")
class LongFaultsTests {

    private final Premises premises;

    LongFaultsTests(TestInfo test) {
        premises = Premises.of(test.getTestMethod().orElseThrow().getName());
    }

    @BeforeEach
    void everythingRuns() {
        premises.open();
    }

    @AfterEach
    void closeThePremises() {
        premises.close();
    }

    @Test
    @Holds(Promise.P1)
    void simultaneousFirstContactsBecomeOneLead() {
        Figures figures;
        try (Crowd threeAtATime = new Crowd(3)) {
            figures = threeAtATime.together(third -> new Races(premises).run(third == 0 ? 34 : 33)).stream()
                    .reduce(Figures::plus)
                    .orElseThrow()
                    .told();
        }

        assertThat(figures.found()).isEqualTo(100 * (50 + 60 + 60 + 50));
    }

    @Test
    @Holds(Promise.P2)
    void whatANodeAcknowledgedSurvivesItsKills() {
        FaultsTests.assertAllThereOnce(new Kills(premises, 1_000, 11).ofNodes(4).told(), 4_000);
    }

    @Test
    @Holds(Promise.P2)
    void whatWasAcknowledgedSurvivesTheStoresKills() {
        FaultsTests.assertAllThereOnce(
                new Kills(premises, 1_000, 12).ofTheStore(4).told(), 4_000);
    }

    @Test
    @Holds(Promise.P3)
    void everybodyIsAnsweredWhileTheStoreIsFrozen() {
        Outages.assertAnswered(
                new Outages(premises, Duration.ofSeconds(12)).of(Absence.FROZEN).told());
    }

    @Test
    @Holds({Promise.P2, Promise.P3})
    void everybodyIsAnsweredWhileTheStoreIsStopped() {
        Outages.assertAnswered(new Outages(premises, Duration.ofSeconds(12))
                .of(Absence.STOPPED)
                .told());
    }
}
