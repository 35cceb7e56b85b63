package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.careline.lead.Channel;
import org.junit.jupiter.api.Test;

class InquiryCountersTests {

    @Test
    void everyChannelAndStateStandsAtZeroFromTheStart() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        InquiryCounters counters = new InquiryCounters(meters);

        counters.count(Channel.FORM, InquiryState.PARKED);

        assertThat(meters.scrape().lines().filter(line -> line.startsWith("careline_inquiries_total{")))
                .hasSize(Channel.values().length * InquiryState.values().length)
                .contains("careline_inquiries_total{channel=\"form\",state=\"parked\"} 1.0")
                .contains("careline_inquiries_total{channel=\"call\",state=\"parked\"} 0.0");
    }
}
