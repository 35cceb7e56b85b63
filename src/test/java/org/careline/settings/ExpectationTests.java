package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a place, and of a key that was meant otherwise. */
class ExpectationTests {

    private static final List<String> KEYS =
            List.of("name", "ring-seconds", "key-seconds", "most-coordinators", "longest-talk", "en");

    private enum Channel {
        BY_PHONE,
        LETTER
    }

    private record Hours(String from, String toTheMinute) {}

    @Test
    void everyPlainTypeIsToldInWords() {
        assertThat(of(String.class)).isEqualTo("text");
        assertThat(of(boolean.class)).isEqualTo(of(Boolean.class)).isEqualTo("true or false");
        assertThat(of(int.class)).isEqualTo(of(Integer.class)).isEqualTo("a whole number");
        assertThat(of(Duration.class)).contains("30s", "5m", "24h");
        assertThat(of(LocalDate.class)).contains("2026-11-23");
        assertThat(of(LocalTime.class)).isEqualTo("a time of day in quotes such as \"09:30\"");
        assertThat(of(ZoneId.class)).contains("America/New_York");
        assertThat(of(Thread.class)).isEqualTo("a Thread");
    }

    @Test
    void aChoiceIsToldAsItIsWritten() {
        assertThat(of(Channel.class)).isEqualTo("one of: by-phone, letter");
    }

    @Test
    void whatHasPartsIsToldByThem() {
        assertThat(of(Hours.class)).isEqualTo("keys from, to-the-minute");
        assertThat(Expectation.of(RecordKeys.listOf(Hours.class))).contains("a list", "- ");
        assertThat(Expectation.of(RecordKeys.mapOf(Hours.class))).contains("names");
    }

    @ParameterizedTest
    @CsvSource({
        "nam, name",
        "nmae, name",
        "names, name",
        "Name, name",
        "ring-second, ring-seconds",
        "ringseconds, ring-seconds",
        "kay-seconds, key-seconds",
        "most-coordinator, most-coordinators",
        "longest-tlak, longest-talk",
        "eng, en"
    })
    void theKeyThatWasMeantComesFirst(String written, String meant) {
        assertThat(Expectation.insteadOf(written, KEYS))
                .startsWith(meant + " (the nearest known key), or one of: name,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "colour-of-the-door", "coordinators"})
    void whatIsNearToNothingIsNotGuessed(String written) {
        assertThat(Expectation.insteadOf(written, KEYS)).startsWith("one of: name, ring-seconds");
    }

    @Test
    void ofTwoThatAreAsNearTheFirstIsMeant() {
        assertThat(Expectation.insteadOf("bx", List.of("ax", "cx"))).startsWith("ax (");
    }

    private static String of(Class<?> type) {
        return Expectation.of(RecordKeys.of(type));
    }
}
