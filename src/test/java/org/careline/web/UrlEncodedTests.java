package org.careline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedTests {

    @Test
    void everyValueIsReadInTheOrderSent() {
        UrlEncoded read = UrlEncoded.parse("a=1&&b=%26%3D+%2B&a=2&c&=d&e=f=g&%c3%a9=\u00e9")
                .orElseThrow();

        assertThat(read.all("a")).containsExactly("1", "2");
        assertThat(read.first("b")).isEqualTo("&= +");
        assertThat(read.first("c")).isEmpty();
        assertThat(read.first("")).isEqualTo("d");
        assertThat(read.first("e")).isEqualTo("f=g");
        assertThat(read.first("\u00e9")).isEqualTo("\u00e9");
        assertThat(read.first("z")).isNull();
        assertThat(read.all("z")).isEmpty();
    }

    @Test
    void nothingIsAnEmptyText() {
        assertThat(UrlEncoded.parse(null)).contains(new UrlEncoded(java.util.Map.of()));
        assertThat(UrlEncoded.parse("").orElseThrow().fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%1", "a=%g1", "a=%-1", "a=%ff", "a=%c3", "%80=a", "a=b&c=%"})
    void whatCannotBeReadIsNothing(String text) {
        assertThat(UrlEncoded.parse(text)).isEmpty();
    }

    @Test
    void itShowsNothingTyped() {
        assertThat(List.of(UrlEncoded.parse("a=secret").orElseThrow()).toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                " Application/X-WWW-Form-Urlencoded ",
                "application/x-www-form-urlencoded; charset=utf-8",
                "application/x-www-form-urlencoded;charset=\"UTF-8\"",
                "application/x-www-form-urlencoded; charset=us-ascii; boundary=x;",
            })
    void itsTypeIsKnown(String type) {
        assertThat(UrlEncoded.isNamedBy(type)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ";",
                "application/x-www-form-urlencodedevil",
                "application/x-www-form-urlencoded/x",
                "application/x-www-form-urlencoded x",
                "text/plain; application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=utf-16",
                "application/x-www-form-urlencoded; charset=",
            })
    void anotherTypeIsNone(String type) {
        assertThat(UrlEncoded.isNamedBy(type)).isFalse();
    }
}
