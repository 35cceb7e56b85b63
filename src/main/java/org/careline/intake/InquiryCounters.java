package org.careline.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.careline.lead.Channel;

/** Counts what came in and what became of it: {@code careline_inquiries_total{channel,state}}. */
final class InquiryCounters {

    private InquiryCounters() {}

    static void count(MeterRegistry meters, Channel channel, InquiryState state) {
        meters.counter(
                        "careline.inquiries",
                        "channel",
                        channel.word(),
                        "state",
                        state.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
