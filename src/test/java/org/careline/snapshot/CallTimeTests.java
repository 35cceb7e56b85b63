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

        time.pretend(evening);
        clock.advance(Duration.ofSeconds(30));

        assertThat(time.now()).isEqualTo(evening.plusSeconds(30));
        assertThat(time.pretended()).isTrue();
    }

    @Test
    void itEndsWithAWord() {
        time.pretend(clock.instant().plusSeconds(60));

        time.asItIs();

        assertThat(time.now()).isEqualTo(clock.instant());
        assertThat(time.pretended()).isFalse();
    }

    @Test
    void aTimeThatIsOverIsRefused() {
        assertThatThrownBy(() -> time.pretend(clock.instant().minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void realCallersHaveTheRealTime() {
        CallTime real = new CallTime(clock, false);

        assertThatThrownBy(() -> real.pretend(clock.instant().plusSeconds(60)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(real.now()).isEqualTo(clock.instant());
    }
}
