package org.careline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RecordingSettingsTests {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new RecordingSettings(Duration.ofDays(90)));
    }

    @Test
    void explicitMappings() {
        assertThat(bound(Map.of("careline.recordings.keep", "30d")))
                .isEqualTo(new RecordingSettings(Duration.ofDays(30)));
    }

    @Test
    void aMessageThatNobodyHadADayToHearIsNotErased() {
        assertThatThrownBy(() -> bound(Map.of("careline.recordings.keep", "23h")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("careline.recordings.keep is at least 1d");
    }

    private static RecordingSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline.recordings", RecordingSettings.class);
    }
}
