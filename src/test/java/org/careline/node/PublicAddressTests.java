package org.careline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTests {

    @Test
    void theStandardPortMayBeThereOrNot() {
        assertThat(PublicAddress.of("https://phone.example.org").spellings())
                .containsExactly("https://phone.example.org", "https://phone.example.org:443");
        assertThat(PublicAddress.of("http://phone.example.org/").spellings())
                .containsExactly("http://phone.example.org", "http://phone.example.org:80");
        assertThat(PublicAddress.of("https://phone.example.org:443").spellings())
                .containsExactly("https://phone.example.org:443", "https://phone.example.org");
    }

    @Test
    void anotherPortMayBeLeftOutByTwilio() {
        assertThat(PublicAddress.of("http://localhost:8080").spellings())
                .containsExactly("http://localhost:8080", "http://localhost");
        assertThat(PublicAddress.of("http://[::1]:8080").spellings())
                .containsExactly("http://[::1]:8080", "http://[::1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "phone.example.org",
                "ftp://phone.example.org",
                "https://",
                "https://phone.example.org/careline",
                "https://phone.example.org?x=1",
                "https://phone.example.org#rc=5",
                "https://phone.example.org:",
                "https://phone.example.org:https"
            })
    void anythingElseStopsTheStart(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicAddress.of(url))
                .withMessageContaining("expected");
    }
}
