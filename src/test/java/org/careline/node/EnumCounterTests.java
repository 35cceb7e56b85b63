package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class EnumCounterTests {

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private enum Refusal {
        MISSING_SIGNATURE,
        WRONG_SIGNATURE,
        OTHER_ACCOUNT
    }

    @Test
    void prometheusSeesEveryReasonFromTheStart() {
        EnumCounter<Refusal> refused =
                new EnumCounter<>(meters, "careline.webhooks.refused", "Refused", Refusal.values());

        refused.count(Refusal.OTHER_ACCOUNT);

        assertThat(meters.scrape())
                .contains("careline_webhooks_refused_total{reason=\"missing-signature\"} 0.0")
                .contains("careline_webhooks_refused_total{reason=\"wrong-signature\"} 0.0")
                .contains("careline_webhooks_refused_total{reason=\"other-account\"} 1.0");
    }

    @Test
    void theCounterOfAValueCanHaveWordsOfItsOwn() {
        EnumCounter<Refusal> refused = new EnumCounter<>(
                Refusal.values(),
                refusal -> Counter.builder("refused")
                        .tag("door", "phone")
                        .tag("why", refusal.name())
                        .register(meters));

        refused.count(Refusal.WRONG_SIGNATURE);
        refused.count(Refusal.WRONG_SIGNATURE);

        assertThat(meters.scrape())
                .contains("refused_total{door=\"phone\",why=\"WRONG_SIGNATURE\"} 2.0")
                .contains("refused_total{door=\"phone\",why=\"OTHER_ACCOUNT\"} 0.0");
    }
}
