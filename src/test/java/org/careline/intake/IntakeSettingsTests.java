package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IntakeSettingsTests {

    @Test
    void withNothingSetItLooksFiveTimesASecond() {
        assertThat(bound(Map.of())).isEqualTo(new IntakeSettings(Duration.ofMillis(200)));
    }

    @Test
    void thePauseIsWhatTheClinicSays() {
        assertThat(bound(Map.of("careline.intake.poll-interval", "2s")))
                .isEqualTo(new IntakeSettings(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1s", "9ms"})
    void itDoesNotLookWithoutAPause(String interval) {
        assertThatThrownBy(() -> bound(Map.of("careline.intake.poll-interval", interval)))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("careline.intake.poll-interval is at least 10ms");
    }

    private static IntakeSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline.intake", IntakeSettings.class);
    }
}
