package org.careline.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careline.lead.Channel;
import org.careline.node.EnumCounter;
import org.springframework.stereotype.Component;

/** Counts what came in and what became of it: {@code careline_inquiries_total{channel,state}}, each at 0 from the start. */
@Component
public final class InquiryCounters {

    private final Map<Channel, EnumCounter<InquiryState>> byChannel;

    InquiryCounters(MeterRegistry meters) {
        this.byChannel = Arrays.stream(Channel.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        channel -> new EnumCounter<>(InquiryState.values(), state -> counter(meters, channel, state))));
    }

    public void count(Channel channel, InquiryState state) {
        Objects.requireNonNull(byChannel.get(channel), "every channel is counted")
                .count(state);
    }

    private static Counter counter(MeterRegistry meters, Channel channel, InquiryState state) {
        String word = state.name().toLowerCase(Locale.ROOT);
        return meters.counter("careline.inquiries", "channel", channel.word(), "state", word);
    }
}
