package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource({
        "es, es, es",
        "ES, es, es",
        "es-us, es-US, es",
        "es_US, es-US, es",
        "fil, fil, fil",
        "zh-hans-cn, zh-Hans-CN, zh"
    })
    void aTagIsReadHoweverItIsTyped(String typed, String tag, String primary) {
        Language language = Language.parse(typed).orElseThrow();

        assertThat(language.tag()).isEqualTo(tag);
        assertThat(language.primary()).isEqualTo(primary);
        assertThat(Language.parse(language.tag())).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "Spanish", "es US", "es-", "1s", "es-US-x-y-z-1"})
    void whatIsNoTagIsNoLanguage(String typed) {
        assertThat(Language.parse(typed)).isEmpty();
    }

    @Test
    void aRegionKeepsNobodyFromTalking() {
        Language language = Language.parse("es-MX").orElseThrow();

        assertThat(language.isAmong(Set.of("en", "es"))).isTrue();
        assertThat(language.isAmong(Set.of("en"))).isFalse();
        assertThat(language.inEnglish()).isEqualTo("Spanish");
    }
}
