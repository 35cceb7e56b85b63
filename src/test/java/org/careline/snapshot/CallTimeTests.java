package org.careline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class CallTimeTests {

    private final MovableClock clock = new MovableClock();
    private final CallTime time = new CallTime(clock, true);

    @Test
    void anotherHourGoesOnLikeTheClock() {
        Instant evening = clock.instant().plus(Duration.ofHours(10));

        time.pretend(Duration.ofHours(10));
        clock.advance(Duration.ofSeconds(30));

        assertThat(time.now()).isEqualTo(evening.plusSeconds(30));
        assertThat(time.pretended()).isTrue();
    }

    @Test
    void itIsTheClocksTimeAgain() {
        time.pretend(Duration.ofMinutes(1));

        time.pretend(Duration.ZERO);

        assertThat(time.now()).isEqualTo(clock.instant());
        assertThat(time.pretended()).isFalse();
    }

    @Test
    void aTimeThatIsOverIsRefused() {
        assertThatThrownBy(() -> time.pretend(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void realCallersHaveTheRealTime() {
        CallTime real = new CallTime(clock, false);

        assertThatThrownBy(() -> real.pretend(Duration.ofMinutes(1))).isInstanceOf(IllegalStateException.class);

        assertThat(real.now()).isEqualTo(clock.instant());
    }
}
