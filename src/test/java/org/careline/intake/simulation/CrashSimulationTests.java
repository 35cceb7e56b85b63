package org.careline.intake.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.careline.intake.Plant;
import org.careline.intake.simulation.Play.Outcome;
import org.careline.promises.Holds;
import org.careline.promises.KeptRun;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Histories of a clinic with two or three nodes, crashes, sleepers, outages and lost answers, over the real decide step.
 * {@code -Dcareline.simulation.histories=20000} plays more of them, {@code -Dcareline.simulation.replay=…} one again.
 */
@Holds({Promise.P1, Promise.P7})
@Tag("simulation")
class CrashSimulationTests {

    private static final int HISTORIES = Integer.getInteger("careline.simulation.histories", 1_500);
    private static final int LONG_RUN = 8_000;

    @Test
    void noHistoryBreaksAPromise(TestReporter report) {
        mustHold(
                1, HISTORIES, EnumSet.complementOf(EnumSet.of(Mark.HALF_MERGE_REFUSED, Mark.HALF_MERGE_SWEPT)), report);
    }

    @Test
    @Tag("long")
    void noFreshHistoryBreaksAPromise(TestReporter report) {
        mustHold(ThreadLocalRandom.current().nextLong(1L << 40), LONG_RUN, EnumSet.allOf(Mark.class), report);

        String today = LocalDate.now(ZoneOffset.UTC).toString();
        new KeptRun("fresh histories, none of which broke a promise", today, LONG_RUN, 0, 0, 0, 0, 0, "").keep();
    }

    @Test
    void oneSeedGivesOneStory() {
        History history = History.drawnFrom(4711);

        List<String> once = Play.of(history, Plant.NONE, true).story();
        List<String> again =
                Play.of(History.of(history.line()), Plant.NONE, true).story();

        assertThat(once).hasSizeGreaterThan(50).isEqualTo(again);
    }

    @Test
    @EnabledIfSystemProperty(named = "careline.simulation.replay", matches = ".+")
    void theHistoryNamedBreaksNoPromise(TestReporter report) {
        History history = History.of(System.getProperty("careline.simulation.replay", ""));

        Outcome outcome = Play.of(history, Plant.NONE, true);
        report.publishEntry(String.join(System.lineSeparator(), outcome.story()));

        assertThat(Optional.ofNullable(outcome.violation())).isEmpty();
    }

    private static void mustHold(long firstSeed, int histories, Set<Mark> toBeMet, TestReporter report) {
        Search search = new Search(Plant.NONE);

        Optional<String> broken = search.among(firstSeed, histories);
        report.publishEntry("from seed " + firstSeed + ": " + search.summary());

        assertThat(broken).isEmpty();
        assertThat(search.met()).as(search.summary()).containsKeys(toBeMet.toArray(Mark[]::new));
    }
}
