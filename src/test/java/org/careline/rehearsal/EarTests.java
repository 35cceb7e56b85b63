package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from a phone. */
class EarTests {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    private final Ear ear = new Ear();

    @Test
    void keysAreHeardOneAfterTheOther() {
        assertThat(ear.pressed()).isFalse();

        ear.press("30");
        ear.press("5#");

        assertThat(ear.pressed()).isTrue();
        assertThat(ear.keys()).isEqualTo("305#");
    }

    @Test
    void aTextIsSpokenAsFastAsPeopleDo() {
        assertThat(Ear.length("a".repeat(150))).isEqualTo(Duration.ofSeconds(10));
        assertThat(Ear.length("Yes")).isEqualTo(Duration.ofSeconds(1));
        assertThat(Ear.length("")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void wordsAreHeardWhenTheyHaveBeenSaidToTheirEnd() {
        ear.say("a".repeat(30), NOW);

        assertThat(ear.speaks(NOW.plusMillis(1_999))).isTrue();
        assertThat(ear.words(NOW.plusMillis(1_999))).isEmpty();
        assertThat(ear.speaks(NOW.plusSeconds(2))).isFalse();
        assertThat(ear.words(NOW.plusSeconds(2))).contains("a".repeat(30));
        assertThat(ear.silentFrom()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void whoeverGoesOnSpeakingIsHeardAsOneSentence() {
        ear.say("I need", NOW);
        ear.say("help", NOW.plusMillis(500));

        assertThat(ear.words(NOW.plusMillis(1_900))).isEmpty();
        assertThat(ear.words(NOW.plusSeconds(2))).contains("I need help");
    }

    @Test
    void whoeverSpeaksWithoutWordsIsHeardToSpeak() {
        ear.speak(Duration.ofSeconds(20), NOW);

        assertThat(ear.spoke(NOW)).isTrue();
        assertThat(ear.speaks(NOW.plusSeconds(19))).isTrue();
        assertThat(ear.spoke(NOW.plusSeconds(60))).isTrue();
        assertThat(ear.words(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void whatCameBeforeIsForgotten() {
        ear.press("1");
        ear.say("hello", NOW);

        ear.open();

        assertThat(ear.pressed()).isFalse();
        assertThat(ear.words(NOW.plusSeconds(9))).isEmpty();
        assertThat(ear.spoke(NOW.plusSeconds(9))).isFalse();
    }

    @Test
    void whoeverStillSpeaksWhenItIsOpenedIsHeardToSpeak() {
        ear.speak(Duration.ofSeconds(5), NOW);
        ear.open();

        assertThat(ear.spoke(NOW.plusSeconds(4))).isTrue();
        assertThat(ear.spoke(NOW.plusSeconds(5))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1 2", "+1", "12345678901234567890123456789012345678901"})
    void onlyThePhonesOwnKeysCanBePressed(String keys) {
        assertThatThrownBy(() -> new Act.Press(keys)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Act.Press("0123456789*#").keys()).hasSize(12);
    }
}
