package org.careline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Random histories with every kind of misfortune; after each the journal is what it must be, entry for entry. */
@Holds(Promise.P2)
@Tag("simulation")
class JournalHistoryTests {

    private static final Logger RECOVERY = (Logger) LoggerFactory.getLogger(Recovery.class);

    @BeforeAll
    static void thousandsOfDamagesAreNotLogged() {
        RECOVERY.setLevel(Level.OFF);
    }

    @AfterAll
    static void damageIsLoggedAgain() {
        RECOVERY.setLevel(Level.INFO);
    }

    @Test
    void everyHistorySurvivesAsAnExactPrefix() {
        Map<String, Integer> seen = new TreeMap<>();

        LongStream.range(0, 400).forEach(seed -> new JournalHistory(seed, seen).run());

        assertThat(seen)
                .as("what the histories went through")
                .containsKeys(
                        "append",
                        "sync",
                        "rotate",
                        "drop",
                        "kill",
                        "power loss",
                        "flip",
                        "cut",
                        "full",
                        "failed sync",
                        "recovery that died")
                .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(200));
        assertThat(seen.get("entries lost to power")).isGreaterThan(200);
    }

    @Test
    @Tag("long")
    void manyMoreHistoriesSurviveAsAnExactPrefix() {
        Map<String, Integer> seen = new TreeMap<>();

        LongStream.range(1_000, 5_000).forEach(seed -> new JournalHistory(seed, seen).run());

        assertThat(seen.get("flip")).isGreaterThan(2_000);
    }
}
