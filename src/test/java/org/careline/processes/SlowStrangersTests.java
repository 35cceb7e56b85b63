package org.careline.processes;

import java.nio.file.Path;
import java.time.Duration;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The most telling of what strangers do, for a few seconds each; {@link LongSlowStrangersTests} has all of it. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("faults")
class SlowStrangersTests {

    private final RunningNode node = new RunningNode("node", Path.of("target", "processes", "strangers"));

    @BeforeAll
    void openTheClinic() {
        node.startingAnew().ready();
        new SlowStrangers(node).warmedUp();
    }

    @AfterAll
    void closeIt() {
        node.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"TWILIO", "FORM", "UNREAD"})
    @Tag("brief")
    @Holds(Promise.P3)
    void everyCallIsAnsweredWhileStrangersHoldTheirConnections(Mischief mischief) {
        new SlowStrangers(node).during(mischief, Duration.ofSeconds(4)).assertAnswered();
    }
}
