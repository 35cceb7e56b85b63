package org.careline.intake.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.careline.intake.Plant;
import org.careline.intake.Plants;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The simulation finds each of the mistakes for which the protocol has a rule. */
@Holds(Promise.P1)
@Tag("planted")
class PlantedFaultsTests {

    private static final int HISTORIES = 3_000;

    @Test
    void ignoringTheDuplicateTouchIsFound() {
        assertFound(Plants.IGNORES_THE_DUPLICATE_TOUCH);
    }

    @Test
    void readingNoTouchesIsFound() {
        assertFound(Plants.READS_NO_TOUCHES);
    }

    @Test
    void goingOnAfterALostGuardIsFound() {
        assertFound(Plants.GOES_ON_AFTER_A_LOST_GUARD);
    }

    @Test
    void writingTheWinnerFirstIsFound() {
        assertFound(Plants.WRITES_THE_WINNER_FIRST);
    }

    @Test
    void readingTouchesOnceIsFound() {
        assertFound(Plants.READS_TOUCHES_ONCE);
    }

    @Test
    void knowingNoApartIsFound() {
        assertThat(new Search(Plants.KNOWS_NO_APART).firstBroken(1, 4 * HISTORIES))
                .isPresent();
    }

    @Test
    void tellingAgeByTheFirstTouchIsFound() {
        assertFound(Plants.TELLS_AGE_BY_THE_FIRST_TOUCH);
    }

    @Test
    void leavingACoordinatorChargedWithWhatWasOnlyPlannedIsFound() {
        assertFound(Plants.NEVER_GIVES_BACK);
    }

    @Test
    void leavingSomebodyInDangerWithoutAnOwnerIsFound() {
        assertFound(Plants.LEAVES_SOMEBODY_IN_DANGER_WITHOUT_AN_OWNER);
    }

    private static void assertFound(Plant fault) {
        assertThat(new Search(fault).firstBroken(1, HISTORIES)).isPresent();
    }
}
