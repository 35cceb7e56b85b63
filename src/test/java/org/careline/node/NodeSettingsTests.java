package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NodeSettingsTests {

    @Test
    void withNothingSetTheFolderIsDataAndNoSecretIsGiven() {
        NodeSettings settings = bind(Map.of());

        assertThat(settings.dataDir()).isEqualTo("data");
        assertThat(settings.twilioAccount()).isEmpty();
        assertThat(settings.nextTwilioToken()).isEmpty();
        assertThat(Secret.values())
                .allSatisfy(secret -> assertThat(settings.given(secret)).isEmpty());
    }

    @Test
    void everySettingReachesItsPlace() {
        NodeSettings settings = bind(Map.of(
                "careline.data-dir", "elsewhere",
                "careline.api.token", "a",
                "careline.twilio.account-sid", "AC1",
                "careline.twilio.auth-token", "b",
                "careline.twilio.next-auth-token", "c",
                "careline.signing-key", "d",
                "careline.encryption-key", "e",
                "careline.console.password", "f"));

        assertThat(settings.dataDir()).isEqualTo("elsewhere");
        assertThat(settings.given(Secret.API_TOKEN)).contains("a");
        assertThat(settings.twilioAccount()).isPresent();
        assertThat(settings.given(Secret.TWILIO_AUTH_TOKEN)).contains("b");
        assertThat(settings.nextTwilioToken()).contains("c");
        assertThat(settings.given(Secret.SIGNING_KEY)).contains("d");
        assertThat(settings.given(Secret.ENCRYPTION_KEY)).contains("e");
        assertThat(settings.given(Secret.CONSOLE_PASSWORD)).contains("f");
    }

    @Test
    void anEmptyValueCountsAsNone() {
        assertThat(bind(Map.of("careline.api.token", " ")).given(Secret.API_TOKEN))
                .isEmpty();
    }

    @Test
    void noSecretShowsInItsText() {
        assertThat(bind(Map.of(
                                "careline.api.token", "visible",
                                "careline.twilio.auth-token", "visible",
                                "careline.signing-key", "visible",
                                "careline.encryption-key", "visible",
                                "careline.console.password", "visible"))
                        .toString())
                .doesNotContain("visible");
    }

    private static NodeSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("careline", NodeSettings.class);
    }
}
