package org.careline.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.carrier.Answer.NotSent;
import org.careline.carrier.NumberSetup.Hook;
import org.junit.jupiter.api.Test;

class RehearsedCarrierTests {

    private static final URI HERE = URI.create("http://localhost/twilio/voice/leg");

    @Test
    void everyQuestionAndCommandIsToldThatNothingWasSent() {
        Carrier carrier = new RehearsedCarrier(Optional::empty);
        Hook none = new Hook("", "POST");

        List<Answer<?>> answers = List.of(
                carrier.callsSince(Instant.EPOCH),
                carrier.call("CA1"),
                carrier.recordingsSince(Instant.EPOCH),
                carrier.media("RE1"),
                carrier.delete("RE1"),
                carrier.numbers(),
                carrier.setUp(new NumberSetup("PN1", "+18445550100", none, "", none, "", "")),
                carrier.place(new Leg("+18445550100", "+13055550170", HERE, HERE, Duration.ofSeconds(20))),
                carrier.end("CA1"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(NotSent.class));
    }

    @Test
    void onlyAnAccountOrAStandInIsAsked() {
        assertThat(new CarrierSettings("", "", "", "", 1).silent()).isTrue();
        assertThat(new CarrierSettings("AC1", "", "", "", 1).silent()).isFalse();
        assertThat(new CarrierSettings("", "http://localhost:1", "", "", 1).silent())
                .isFalse();
    }
}
