package org.careline.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TwilioSettingsTests {

    @Test
    void withNothingSetItIsARehearsalOnLocalhost() {
        TwilioSettings settings = bind(Map.of());

        assertThat(settings.rehearsal()).isTrue();
        assertThat(settings.publicBaseUrl()).isNull();
        assertThat(settings.address(8080)).isEqualTo(PublicAddress.of("http://localhost:8080"));
    }

    @Test
    void everySettingIsMapped() {
        TwilioSettings settings = bind(Map.of(
                "careline.public-base-url", "https://phone.example.org",
                "careline.twilio.account-sid", "AC00000000000000000000000000000001"));

        assertThat(settings)
                .isEqualTo(new TwilioSettings(
                        PublicAddress.of("https://phone.example.org"),
                        new TwilioSettings.Account("AC00000000000000000000000000000001")));
        assertThat(settings.rehearsal()).isFalse();
        assertThat(settings.address(8080)).isEqualTo(PublicAddress.of("https://phone.example.org"));
    }

    @Test
    void anAddressThatTwilioCannotSignStopsTheStart() {
        assertThatThrownBy(() -> bind(Map.of("careline.public-base-url", "phone.example.org/careline")))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("careline.public-base-url");
    }

    private static TwilioSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline", TwilioSettings.class);
    }
}
