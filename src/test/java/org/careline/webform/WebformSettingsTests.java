package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebformSettingsTests {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new WebformSettings(Duration.ofSeconds(3), Duration.ofHours(24), List.of()));
    }

    @Test
    void explicitMappings() {
        assertThat(bound(Map.of(
                        "careline.webform.min-fill-time",
                        "0",
                        "careline.webform.token-age",
                        "90m",
                        "careline.webform.allowed-origins",
                        "https://www.clinic.example, http://localhost:4000")))
                .isEqualTo(new WebformSettings(
                        Duration.ZERO,
                        Duration.ofMinutes(90),
                        List.of(new Origin("https://www.clinic.example"), new Origin("http://localhost:4000"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.clinic.example",
                "https://clinic.example/",
                "https://*.clinic.example",
                "https://clinic.example; script-src *",
                "https://clinic.example 'unsafe-inline'",
                "'none'",
                "*",
            })
    void anythingButAnOriginIsRefused(String origin) {
        assertThatThrownBy(() -> new Origin(origin)).isInstanceOf(IllegalArgumentException.class);
    }

    private static WebformSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline.webform", WebformSettings.class);
    }
}
