package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.careline.web.UrlEncoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTests {

    @ParameterizedTest
    @CsvSource({
        "https://www.Search.example/find?q=my+illness, www.search.example",
        "www.search.example, www.search.example",
        "www.search.example:8443/a, www.search.example",
        "//www.search.example#top, www.search.example",
        "https://maya@www.search.example/, www.search.example",
        "https://maya:secret@www.search.example/, www.search.example",
        "android-app://com.example.app/, com.example.app",
    })
    void ofAnotherPageOnlyItsHostIsKept(String referrer, String host) {
        assertThat(kept("referrer", referrer)).isEqualTo(Map.of("referrer", host));
    }

    @ParameterizedTest
    @CsvSource({"'https:// /'", "'not a host'", "'<b>'", "''", "'?q=x'"})
    void whatIsNoHostIsDropped(String referrer) {
        assertThat(kept("referrer", referrer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "clinic.example/anxiety?name=Maya#top, clinic.example/anxiety",
        "/anxiety, /anxiety",
        "clinic.example/anxiety#maya@example.org, clinic.example/anxiety",
    })
    void ofTheLandingPageNoQueryIsKept(String page, String cut) {
        assertThat(kept("landing_page", page)).isEqualTo(Map.of("landing_page", cut));
    }

    @Test
    void whatTheFormCarriesCountsBeforeTheAddress() {
        UrlEncoded sent = new UrlEncoded(Map.of(
                "utm_source", List.of("address"),
                "attribution.utm_source", List.of("form", "again"),
                "attribution.password", List.of("x"),
                "password", List.of("x")));

        assertThat(Attribution.of(sent)).isEqualTo(Map.of("utm_source", "form"));
    }

    private static Map<String, String> kept(String key, String value) {
        return Attribution.of(new UrlEncoded(Map.of(key, List.of(value))));
    }
}
