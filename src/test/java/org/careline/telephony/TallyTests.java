package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.careline.telephony.Verdict.Refusal;
import org.junit.jupiter.api.Test;

class TallyTests {

    @Test
    void prometheusSeesEveryReasonFromTheStart() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Tally<Refusal> tally = new Tally<>(meters, "careline.webhooks.refused", "Refused", Refusal.values());

        tally.count(Refusal.OTHER_ACCOUNT);

        assertThat(meters.scrape())
                .contains("careline_webhooks_refused_total{reason=\"missing-signature\"} 0.0")
                .contains("careline_webhooks_refused_total{reason=\"wrong-signature\"} 0.0")
                .contains("careline_webhooks_refused_total{reason=\"other-account\"} 1.0");
    }
}
