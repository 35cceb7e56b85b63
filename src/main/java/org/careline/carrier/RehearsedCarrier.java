package org.careline.carrier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * No account is set. Calls and recordings are those of the rehearsal phone network on this machine; its numbers are nobody's,
 * and whoever asks for them is told so. Before the server runs nothing is sent at all.
 */
final class RehearsedCarrier implements Carrier {

    private final Supplier<Optional<Carrier>> network;

    /** @param network the network that this machine plays, as soon as it can be asked */
    RehearsedCarrier(Supplier<Optional<Carrier>> network) {
        this.network = network;
    }

    private <T> Answer<T> ask(Function<Carrier, Answer<T>> question) {
        return network.get().map(question).orElseGet(Answer.NotSent::new);
    }

    @Override
    public Answer<List<PhoneCall>> callsSince(Instant begin) {
        return ask(carrier -> carrier.callsSince(begin));
    }

    @Override
    public Answer<PhoneCall> call(String sid) {
        return ask(carrier -> carrier.call(sid));
    }

    @Override
    public Answer<List<VoiceRecording>> recordingsSince(Instant made) {
        return ask(carrier -> carrier.recordingsSince(made));
    }

    @Override
    public Answer<byte[]> media(String recording) {
        return ask(carrier -> carrier.media(recording));
    }

    @Override
    public Answer<String> delete(String recording) {
        return ask(carrier -> carrier.delete(recording));
    }

    @Override
    public Answer<List<NumberSetup>> numbers() {
        return new Answer.NotSent<>();
    }

    @Override
    public Answer<NumberSetup> setUp(NumberSetup wanted) {
        return new Answer.NotSent<>();
    }

    @Override
    public Answer<String> place(Leg leg) {
        return ask(carrier -> carrier.place(leg));
    }

    @Override
    public Answer<PhoneCall> end(String sid) {
        return ask(carrier -> carrier.end(sid));
    }
}
