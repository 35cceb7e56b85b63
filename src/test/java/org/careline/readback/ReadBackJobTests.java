package org.careline.readback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.careline.inbox.PlayedCallFacts;
import org.careline.inbox.ScriptedInbox;
import org.careline.recording.HandedOver;
import org.careline.speech.Clinic;
import org.careline.staff.Alarms.Kind;
import org.careline.support.MovableClock;
import org.careline.support.PlayedCarrier;
import org.careline.support.PlayedCarrier.Mood;
import org.careline.waiting.MemoryLine;
import org.junit.jupiter.api.Test;

class ReadBackJobTests {

    private static final ReadBackSettings SETTINGS = new ReadBackSettings("", Duration.ofMinutes(1));

    private final PlayedCarrier carrier = new PlayedCarrier();
    private final List<Kind> alarms = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ReadBackJob clockwork = new ReadBackJob(
            new ReadBack(
                    carrier,
                    new PlayedCallFacts(),
                    new ScriptedInbox(),
                    new HandedOver(),
                    new MemoryLine(),
                    Clinic.NUMBERS,
                    MemoryLine.RULES,
                    new MovableClock(),
                    meters),
            SETTINGS,
            (kind, about) -> alarms.add(kind),
            meters);

    @Test
    void peopleAreToldWhenLooksFailAgainAndAgain() {
        carrier.becomes(Mood.IS_SILENT);
        looks(ReadBackJob.PATIENCE - 1);
        assertThat(alarms).isEmpty();

        looks(1);

        assertThat(alarms).containsExactly(Kind.CARRIER_UNREADABLE);
        assertThat(meters.get("careline.reconciler.failures")
                        .tag("reason", "no-answer")
                        .counter()
                        .count())
                .isEqualTo(ReadBackJob.PATIENCE);
    }

    @Test
    void oneGoodLookEndsTheRow() {
        carrier.becomes(Mood.REFUSES);
        looks(ReadBackJob.PATIENCE - 1);
        carrier.becomes(Mood.ANSWERS);
        looks(1);
        carrier.becomes(Mood.REFUSES);
        looks(ReadBackJob.PATIENCE - 1);

        assertThat(alarms).isEmpty();
    }

    @Test
    void aRehearsalIsNoFailure() {
        carrier.becomes(Mood.REHEARSES);
        looks(2 * ReadBackJob.PATIENCE);

        assertThat(alarms).isEmpty();
    }

    private void looks(int times) {
        for (int look = 0; look < times; look++) {
            clockwork.round();
        }
    }
}
