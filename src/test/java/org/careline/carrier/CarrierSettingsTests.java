package org.careline.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.careline.node.StartRefused;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CarrierSettingsTests {

    private static final String ACCOUNT = "AC00000000000000000000000000000001";

    @Test
    void withNothingSetThereIsNobodyToAsk() {
        CarrierSettings settings = bound(Map.of());

        assertThat(settings).isEqualTo(new CarrierSettings("", "", "", "", 1));
        assertThat(settings.silent()).isTrue();
        assertThat(settings.byKey()).isFalse();
        assertThat(settings.account()).matches("AC0{32}");
        assertThat(settings.checked()).isSameAs(settings);
    }

    @Test
    void everySettingIsMapped() {
        CarrierSettings settings = bound(Map.of(
                "careline.twilio.account-sid", ACCOUNT + " ",
                "careline.twilio.api-base-url", "https://twilio.example:8443",
                "careline.twilio.api-key", "SK1",
                "careline.twilio.api-secret", "hidden",
                "careline.twilio.calls-per-second", "5"));

        assertThat(settings.account()).isEqualTo(ACCOUNT);
        assertThat(settings.standIn()).isEqualTo(URI.create("https://twilio.example:8443"));
        assertThat(settings.byKey()).isTrue();
        assertThat(settings.silent()).isFalse();
        assertThat(settings.callsPerSecond()).isEqualTo(5);
        assertThat(settings.checked()).isSameAs(settings);
    }

    @Test
    void halfAKeyStopsTheStart() {
        assertThatThrownBy(() -> new CarrierSettings(ACCOUNT, "", "SK1", "", 1).checked())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> new CarrierSettings(ACCOUNT, "", "", "hidden", 1).checked())
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://twilio.example",
                "http://10.0.0.5:9999",
                "http://127.0.0.1.twilio.example",
                "http://localhost.twilio.example"
            })
    void noSecretTravelsInTheClear(String url) {
        assertThatThrownBy(() -> at(url).checked())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("plain http on another machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://twilio.example",
                "http://localhost:9999",
                "http://127.0.0.1:9999",
                "http://[::1]:9999",
                " http://localhost:9999/twilio "
            })
    void anAddressOnThisMachineOrByHttpsIsGood(String url) {
        assertThat(at(url).checked().standIn()).isEqualTo(URI.create(url.strip()));
    }

    /** From the environment, where nothing else looks at it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "twilio.example",
                "localhost:9999",
                "//twilio.example",
                "ftp://twilio.example",
                "https://",
                "two words"
            })
    void whatIsNoAddressStopsTheStartInWords(String url) {
        assertThatThrownBy(() -> at(url).checked())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("careline.twilio.api-base-url");
    }

    @Test
    @Holds(Promise.P10)
    void noSecretIsPrinted() {
        assertThat(new CarrierSettings(ACCOUNT, "", "SK1", "hidden", 1).toString())
                .isEqualTo("CarrierSettings[" + ACCOUNT + ", ***]");
    }

    private static CarrierSettings at(String url) {
        return new CarrierSettings(ACCOUNT, "", "", "", 1).at(url);
    }

    private static CarrierSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline.twilio", CarrierSettings.class);
    }
}
