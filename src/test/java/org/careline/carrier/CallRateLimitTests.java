package org.careline.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class CallRateLimitTests {

    private final MovableClock clock = new MovableClock();

    @Test
    void tokensComeOneAtATime() {
        CallRateLimit pace = new CallRateLimit(4, clock);

        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(250));
        clock.advance(Duration.ofMillis(100));
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(150));
        clock.advance(Duration.ofMillis(150));
        assertThat(pace.take()).isZero();
    }

    @Test
    void anIdleHourSavesNothingUp() {
        CallRateLimit pace = new CallRateLimit(1, clock);
        clock.advance(Duration.ofHours(1));

        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aClockThatIsPutBackSilencesNothing() {
        CallRateLimit pace = new CallRateLimit(1, clock);
        pace.take();
        clock.advance(Duration.ofHours(-1));

        assertThat(pace.take()).isZero();
    }
}
