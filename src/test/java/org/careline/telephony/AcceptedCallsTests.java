package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.careline.inbox.ScriptedInbox;
import org.careline.inbox.ScriptedInbox.Mood;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.speech.Clinic;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.careline.telephony.Switchboard.StoredFacts;
import org.junit.jupiter.api.Test;

class AcceptedCallsTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final SourceId CALL = call(1);

    private final MovableClock clock = new MovableClock();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final StoredFacts stored = new StoredFacts();
    private final AcceptedCalls accepts =
            new AcceptedCalls(new CallRecords(inbox, new SimpleMeterRegistry()), stored, Clinic.PLAN, clock);

    @Test
    @Holds(Promise.P9)
    void itIsRememberedUntilTheTalkMustBeOver() {
        accepts.take(CALL, ANA);

        clock.advance(Duration.ofMinutes(64));
        assertThat(accepts.know(CALL, ANA)).isTrue();
        assertThat(stored.looks).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(accepts.know(CALL, ANA)).isFalse();
        assertThat(stored.looks).isEqualTo(1);
    }

    @Test
    void itIsRememberedThoughNothingIsDurable() {
        inbox.becomes(Mood.FULL);

        accepts.take(CALL, ANA);

        assertThat(accepts.know(CALL, ANA)).isTrue();
    }

    @Test
    void tooManyPushOutTheOldest() {
        for (int number = 1; number <= 10_001; number++) {
            accepts.take(call(number), ANA);
        }

        assertThat(accepts.know(CALL, ANA)).isFalse();
        assertThat(accepts.know(call(2), ANA)).isTrue();
        assertThat(accepts.know(call(10_001), ANA)).isTrue();
    }

    private static SourceId call(int number) {
        return new SourceId("call:CA" + number);
    }
}
