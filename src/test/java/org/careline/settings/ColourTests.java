package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTests {

    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21.00",
        "#ffffff, #ffffff, 1.00",
        "#777777, #ffffff, 4.478",
        "#767676, #ffffff, 4.542",
        "#ff0000, #ffffff, 3.998",
        "#0000ff, #ffffff, 8.592",
    })
    void contrastIsThatOfTheGuidelines(String one, String other, double contrast) {
        assertThat(Colour.of(one).contrast(Colour.of(other))).isCloseTo(contrast, within(0.001));
        assertThat(Colour.of(other).contrast(Colour.of(one))).isCloseTo(contrast, within(0.001));
    }

    @Test
    void whatIsReadIsWrittenAgain() {
        assertThat(Colour.of("#1F5f5b")).isEqualTo(new Colour(31, 95, 91)).hasToString("#1f5f5b");
        for (String wrong : List.of("", "1f5f5b0", "#1f5f5", "#1f5f5bb", "#1f5f5g")) {
            assertThatThrownBy(() -> Colour.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aMixLiesBetweenTheTwo() {
        Colour black = Colour.of("#000000");
        Colour white = Colour.of("#ffffff");

        assertThat(black.mixed(white, 0)).isEqualTo(black);
        assertThat(black.mixed(white, 100)).isEqualTo(white);
        assertThat(black.mixed(white, 50)).hasToString("#808080");
    }

    @Test
    void inkReadsOnEveryGrey() {
        for (int grey = 0; grey < 256; grey++) {
            Colour paper = new Colour(grey, grey, grey);
            assertThat(paper.contrast(paper.ink())).as("on %s", paper).isGreaterThanOrEqualTo(Colour.READABLE);
        }
    }
}
