package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Two sites may show our pages in a frame. */
@Doors
@TestPropertySource(properties = "careline.webform.allowed-origins=https://www.clinic.example, http://localhost:4000")
class EmbeddingTests {

    private final Browser browser;

    @Autowired
    EmbeddingTests(DoorFakes behind, @LocalServerPort int port) {
        behind.forget();
        this.browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/consultation", "/forms/nobody", "/receipts/CL0123", "/receipts/other"})
    void theSitesOfTheSettingsMayFrameOurPages(String path) {
        HttpResponse<String> page = browser.get(path);

        assertThat(policy(page.headers()))
                .endsWith("script-src 'self'; frame-ancestors 'self' https://www.clinic.example http://localhost:4000");
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .containsOnlyOnce("<script")
                .contains("<script src=\"/embed/framed-v1.js\" defer></script>");
    }

    @Test
    void aRefusedFormMayBeFramedToo() {
        HttpResponse<String> answer = browser.postForm("/forms/consultation", "name=Maya");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(policy(answer.headers())).contains("frame-ancestors 'self' https://www.clinic.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/v3/api-docs", "/actuator/health/readiness", "/webform.css", "/login"})
    void nothingElseMayBeFramed(String path) {
        HttpHeaders headers = browser.get(path).headers();

        assertThat(policy(headers)).contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void theScriptIsSmallAndKeptByBrowsers() {
        for (String path : List.of(PublicAssets.EMBED, PublicAssets.FRAMED)) {
            HttpResponse<String> script = browser.get(path);

            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
            assertThat(script.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
            assertThat(script.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(script.headers().map()).doesNotContainKeys("set-cookie", "vary-cookie", "pragma");
            assertThat(script.body()).hasSizeLessThan(3_500).matches("\\p{ASCII}*");
        }
    }

    @Test
    void theScriptNeedsNothingThatAStrictSiteForbids() {
        String script = browser.get(PublicAssets.EMBED).body();

        assertThat(script)
                .doesNotContain("eval", "innerHTML", "document.write", "cssText", "localStorage", "document.cookie")
                .contains("event.origin !== home", "event.source !== frame.contentWindow", "no-referrer", "lazy");
    }

    @Test
    void otherScriptsAreNotThere() {
        for (String path : List.of("/embed/", "/embed/v2.js", "/embed/webform.css", "/webform-assets/webform.css")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static String policy(HttpHeaders headers) {
        return headers.firstValue("Content-Security-Policy").orElse("");
    }
}
