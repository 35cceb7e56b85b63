package org.careline.telephony;

import java.time.Instant;
import java.util.List;
import org.careline.carrier.Answer;
import org.careline.carrier.Carrier;
import org.careline.carrier.Leg;
import org.careline.carrier.NumberSetup;
import org.careline.carrier.PhoneCall;
import org.careline.carrier.VoiceRecording;

/** The REST side of a played exchange; it is asked to place and to end legs, and nothing else. */
record LegCarrier(PlayedExchange exchange) implements Carrier {

    @Override
    public Answer<String> place(Leg leg) {
        return exchange.place(leg);
    }

    @Override
    public Answer<PhoneCall> end(String sid) {
        return exchange.end(sid)
                ? new Answer.Done<>(new PhoneCall(
                        sid, null, "outbound-api", "", "", "completed", exchange.clock.instant(), null, null))
                : new Answer.Refused<>(21220);
    }

    @Override
    public Answer<List<PhoneCall>> callsSince(Instant begin) {
        throw new AssertionError();
    }

    @Override
    public Answer<PhoneCall> call(String sid) {
        throw new AssertionError();
    }

    @Override
    public Answer<List<VoiceRecording>> recordingsSince(Instant made) {
        throw new AssertionError();
    }

    @Override
    public Answer<byte[]> media(String recording) {
        throw new AssertionError();
    }

    @Override
    public Answer<String> delete(String recording) {
        throw new AssertionError();
    }

    @Override
    public Answer<List<NumberSetup>> numbers() {
        throw new AssertionError();
    }

    @Override
    public Answer<NumberSetup> setUp(NumberSetup wanted) {
        throw new AssertionError();
    }
}
