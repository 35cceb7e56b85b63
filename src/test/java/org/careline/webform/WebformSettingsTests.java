package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebformSettingsTests {

    @Test
    void defaults() {
        assertThat(bound(Map.of())).isEqualTo(new WebformSettings(Duration.ofSeconds(3), Duration.ofHours(24)));
    }

    @Test
    void explicitMappings() {
        assertThat(bound(Map.of("careline.webform.min-fill-time", "0", "careline.webform.token-age", "90m")))
                .isEqualTo(new WebformSettings(Duration.ZERO, Duration.ofMinutes(90)));
    }

    private static WebformSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline.webform", WebformSettings.class);
    }
}
