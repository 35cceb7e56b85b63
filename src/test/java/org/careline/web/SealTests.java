package org.careline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTests {

    private final Seal seal = with("form", "k");

    @Test
    void whatWasSealedOnceStaysOurs() {
        assertThat(seal.of("consultation")).isEqualTo("CsbTfUIhzXiHW7weDKtq1g");
        assertThat(seal.fits("consultation", "CsbTfUIhzXiHW7weDKtq1g")).isTrue();
    }

    @Test
    void nothingElseFits() {
        assertThat(seal.fits("consultation", "CsbTfUIhzXiHW7weDKtq1w")).isFalse();
        assertThat(seal.fits("consultation", "")).isFalse();
        assertThat(seal.fits("other", "CsbTfUIhzXiHW7weDKtq1g")).isFalse();
        assertThat(with("page", "k").fits("consultation", "CsbTfUIhzXiHW7weDKtq1g"))
                .isFalse();
        assertThat(with("form", "l").fits("consultation", "CsbTfUIhzXiHW7weDKtq1g"))
                .isFalse();
    }

    private static Seal with(String purpose, String letter) {
        return new Seal(purpose, () -> letter.repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
