package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookFormTests {

    @Test
    void plusIsASpaceAndPercentIsDecodedOnce() {
        WebhookForm form = read("From=%2B13055550123&City=New+York&CallToken=%257B%2522a%2522%257D")
                .orElseThrow();

        assertThat(form.text("From")).isEqualTo("+13055550123");
        assertThat(form.text("City")).isEqualTo("New York");
        assertThat(form.text("CallToken")).isEqualTo("%7B%22a%22%7D");
    }

    @Test
    void utf8IsReadEscapedAndRaw() {
        assertThat(read("FromState=Qu%C3%A9bec").orElseThrow().text("FromState"))
                .isEqualTo("Québec");
        assertThat(read("FromState=Québec").orElseThrow().text("FromState")).isEqualTo("Québec");
    }

    @Test
    void repeatsAndEmptyValuesAreKept() {
        WebhookForm form = read("a=2&a=1&b=&c&&a=2&=nameless&d=x=y").orElseThrow();

        assertThat(form.all("a")).containsExactly("2", "1", "2");
        assertThat(form.all("b")).containsExactly("");
        assertThat(form.all("c")).containsExactly("");
        assertThat(form.all("")).containsExactly("nameless");
        assertThat(form.text("d")).isEqualTo("x=y");
        assertThat(form.find("e")).isEmpty();
        assertThat(form.text("e")).isEmpty();
        assertThat(form.values().keySet()).containsExactly("", "a", "b", "c", "d");
    }

    @Test
    void nothingIsNoParameter() {
        assertThat(read("").orElseThrow().values()).isEmpty();
        assertThat(read("&&").orElseThrow().values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "a=%zz", "a=%C3", "%FF=b", "a=1&b=%C3%28", "a=%-1", "ok=1&broken=%u0041"})
    void malformedFormsAreNotGuessedAt(String form) {
        assertThat(read(form)).isEmpty();
    }

    @Test
    void rawBytesThatAreNotUtf8AreMalformed() {
        assertThat(WebhookForm.ofForm(new byte[] {'a', '=', (byte) 0xC3, '('})).isEmpty();
    }

    @Test
    @Holds(Promise.P10)
    void printingShowsNoValues() {
        assertThat(read("From=%2B13055550123")).hasToString("Optional[WebhookForm[From]]");
    }

    private static Optional<WebhookForm> read(String form) {
        return WebhookForm.ofForm(form.getBytes(StandardCharsets.UTF_8));
    }
}
