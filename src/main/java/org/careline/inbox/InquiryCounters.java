package org.careline.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.careline.lead.Channel;

/** Counts what came in and what became of it: {@code careline_inquiries_total{channel,state}}. */
public final class InquiryCounters {

    private InquiryCounters() {}

    /** Registers them all, so that each stands at 0 from the start. */
    static void register(MeterRegistry meters) {
        for (Channel channel : Channel.values()) {
            for (InquiryState state : InquiryState.values()) {
                counter(meters, channel, state);
            }
        }
    }

    public static void count(MeterRegistry meters, Channel channel, InquiryState state) {
        counter(meters, channel, state).increment();
    }

    private static Counter counter(MeterRegistry meters, Channel channel, InquiryState state) {
        String word = state.name().toLowerCase(Locale.ROOT);
        return meters.counter("careline.inquiries", "channel", channel.word(), "state", word);
    }
}
