package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0,0s left",
        "59,59s left",
        "60,1m left",
        "299,4m left",
        "3600,1h left",
        "86399,23h left",
        "172800,2d left",
        "-1,due now",
        "-59,due now",
        "-60,overdue 1m",
        "-10800,overdue 3h",
        "-90000,overdue 1d",
    })
    void aDueTimeIsOneShortWord(long secondsFromNow, String words) {
        assertThat(Countdown.words(NOW, NOW.plusSeconds(secondsFromNow))).isEqualTo(words);
    }
}
