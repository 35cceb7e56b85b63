package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from a phone. */
class HeardInputTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    private final HeardInput input = new HeardInput();

    @Test
    void keysAreHeardOneAfterTheOther() {
        assertThat(input.pressed()).isFalse();

        input.press("30");
        input.press("5#");

        assertThat(input.pressed()).isTrue();
        assertThat(input.keys()).isEqualTo("305#");
    }

    @Test
    void aTextIsSpokenAsFastAsPeopleDo() {
        assertThat(HeardInput.length("a".repeat(150))).isEqualTo(Duration.ofSeconds(10));
        assertThat(HeardInput.length("Yes")).isEqualTo(Duration.ofSeconds(1));
        assertThat(HeardInput.length("")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void wordsAreHeardWhenTheyHaveBeenSaidToTheirEnd() {
        input.say("a".repeat(30), NOW);

        assertThat(input.speaks(NOW.plusMillis(1_999))).isTrue();
        assertThat(input.words(NOW.plusMillis(1_999))).isEmpty();
        assertThat(input.speaks(NOW.plusSeconds(2))).isFalse();
        assertThat(input.words(NOW.plusSeconds(2))).contains("a".repeat(30));
        assertThat(input.silentFrom()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void whoeverGoesOnSpeakingIsHeardAsOneSentence() {
        input.say("I need", NOW);
        input.say("help", NOW.plusMillis(500));

        assertThat(input.words(NOW.plusMillis(1_900))).isEmpty();
        assertThat(input.words(NOW.plusSeconds(2))).contains("I need help");
    }

    @Test
    void whoeverSpeaksWithoutWordsIsHeardToSpeak() {
        input.speak(Duration.ofSeconds(20), NOW);

        assertThat(input.spoke(NOW)).isTrue();
        assertThat(input.speaks(NOW.plusSeconds(19))).isTrue();
        assertThat(input.spoke(NOW.plusSeconds(60))).isTrue();
        assertThat(input.words(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void whatCameBeforeIsForgotten() {
        input.press("1");
        input.say("hello", NOW);

        input.open();

        assertThat(input.pressed()).isFalse();
        assertThat(input.words(NOW.plusSeconds(9))).isEmpty();
        assertThat(input.spoke(NOW.plusSeconds(9))).isFalse();
    }

    @Test
    void whoeverStillSpeaksWhenItIsOpenedIsHeardToSpeak() {
        input.speak(Duration.ofSeconds(5), NOW);
        input.open();

        assertThat(input.spoke(NOW.plusSeconds(4))).isTrue();
        assertThat(input.spoke(NOW.plusSeconds(5))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1 2", "+1", "12345678901234567890123456789012345678901"})
    void onlyThePhonesOwnKeysCanBePressed(String keys) {
        assertThatThrownBy(() -> new PhoneAction.Press(keys)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new PhoneAction.Press("0123456789*#").keys()).hasSize(12);
    }
}
