package org.careline.readback;

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

class ReadBackSettingsTests {

    @Test
    void withNothingSetTheListsAreReadEveryMinute() {
        assertThat(bound(Map.of())).isEqualTo(new ReadBackSettings("", Duration.ofMinutes(1)));
    }

    @Test
    void everySettingIsMapped() {
        assertThat(bound(Map.of(
                        "careline.twilio.fallback-url", " https://fallback.example/voice ",
                        "careline.twilio.read-back-interval", "30s")))
                .isEqualTo(new ReadBackSettings("https://fallback.example/voice", Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1m", "99ms"})
    void theListsAreNotReadWithoutAPause(String interval) {
        assertThatThrownBy(() -> bound(Map.of("careline.twilio.read-back-interval", interval)))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("careline.twilio.read-back-interval is at least 100ms");
    }

    private static ReadBackSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline.twilio", ReadBackSettings.class);
    }
}
