package org.careline.processes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever one stranger can do with many connections, each against a node of its own. */
@Tag("long")
@Tag("faults")
class LongSlowStrangersTests {

    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Path BELOW = Path.of("target", "processes");

    @ParameterizedTest
    @EnumSource
    @Holds(Promise.P3)
    void everyCallIsAnsweredWhileStrangersHoldTheirConnections(Mischief mischief) {
        try (RunningNode node = new RunningNode("node", BELOW.resolve("strangers-" + mischief))) {
            node.startingAnew().ready();
            new SlowStrangers(node).warmedUp().during(mischief, LONG).assertAnswered();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FORM", "UNREAD", "PAGES", "IDLE"})
    @Holds(Promise.P3)
    void soIsItOverAPortOfItsOwn(Mischief mischief) {
        int calls = RunningStore.freePort();
        try (RunningNode node = new RunningNode(
                "node", BELOW.resolve("strangers-elsewhere-" + mischief), "--careline.twilio.port=" + calls)) {
            node.startingAnew().ready();
            new SlowStrangers(node, calls).warmedUp().during(mischief, LONG).assertAnswered();
        }
    }

    @Test
    void aBodyThatIsReadByWhoeverAnswersIsFound() {
        try (RunningNode node = new RunningNode("node", BELOW.resolve("strangers-planted"))) {
            node.planted(WithoutGatherer.class).ready();
            SlowStrangers.Run run = new SlowStrangers(node).during(Mischief.TWILIO, Duration.ofSeconds(3));

            assertThatThrownBy(run::assertAnswered).isInstanceOf(AssertionError.class);
        }
    }
}
