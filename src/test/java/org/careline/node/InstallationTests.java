package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class InstallationTests {

    private static final String ACCOUNT = "AC00000000000000000000000000000001";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withNothingSetItIsARehearsalOnLocalhost() {
        Installation here = installation(Map.of());

        assertThat(here.rehearsal()).isTrue();
        assertThat(here.base()).isEmpty();
        assertThat(here.address(8080)).isEqualTo(PublicAddress.of("http://localhost:8080"));
    }

    @Test
    void withAnAccountAndAnAddressItIsReachedThere() {
        Installation there = installation(Map.of(
                "careline.public-base-url", "https://phone.example.org", "careline.twilio.account-sid", " " + ACCOUNT));

        assertThat(there.rehearsal()).isFalse();
        assertThat(there.account()).isEqualTo(ACCOUNT);
        assertThat(there.base()).isEqualTo("https://phone.example.org");
        assertThat(there.reached()).contains("https://phone.example.org");
        assertThat(there.address(8080)).isEqualTo(PublicAddress.of("https://phone.example.org"));
    }

    @Test
    void itsOwnPortIsKnownOnceTheServerRuns() {
        Installation here = installation(Map.of());
        assertThat(here.here()).isEmpty();
        assertThat(here.reached()).isEmpty();

        environment.setProperty("local.server.port", "8081");

        assertThat(here.here()).contains("http://localhost:8081");
        assertThat(here.reached()).contains("http://localhost:8081");
    }

    @Test
    void whetherItRehearsesIsKnownBeforeThereIsOne() {
        assertThat(Installation.rehearses(environment)).isTrue();
        environment.setProperty("careline.twilio.account-sid", ACCOUNT);
        assertThat(Installation.rehearses(environment)).isFalse();
    }

    @Test
    void anAddressThatTwilioCannotSignStopsTheStart() {
        assertThatThrownBy(() -> installation(Map.of("careline.public-base-url", "phone.example.org/careline")))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("careline.public-base-url");
    }

    private Installation installation(Map<String, String> properties) {
        NodeSettings settings =
                new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("careline", NodeSettings.class);
        return Installation.of(settings, environment);
    }
}
