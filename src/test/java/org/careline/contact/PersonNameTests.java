package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTests {

    @ParameterizedTest
    @CsvSource({
        "Maya Ortiz, Maya Ortiz",
        "Maya Ortiz, maya ORTIZ",
        "Maya Ortiz, M. Ortiz",
        "Maya Ortiz, Maya",
        "Maya Ortiz, Maya O.",
        "María Ortíz, Maria Ortiz",
        "Maya Ortiz-Vega, Maya Vega",
        "Robert Stone, Bob Stone",
        "José Ruiz, Pepe Ruiz",
        "Maya O'Neil, Maya ONeil",
        "Maya Ortiz, 12345",
        "Maya Ortiz, Ma\u200bya\u202e Ortiz",
        "Maya Ortiz, \uff2d\uff41\uff59\uff41 Ortiz",
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627, \u0639\u0644\u06cc\u0631\u0636\u0627"
    })
    void onePersonCanBearBoth(String one, String other) {
        assertThat(new PersonName(one).fits(new PersonName(other))).isTrue();
        assertThat(new PersonName(other).fits(new PersonName(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Maya Ortiz, Bob Stone",
        "Maya Ortiz, Maya Stone",
        "Maya Ortiz, Ana Ortiz",
        "M. Ortiz, Bob Ortiz",
        "Maya, Bob"
    })
    void theseAreTwoPeople(String one, String other) {
        assertThat(new PersonName(one).fits(new PersonName(other))).isFalse();
        assertThat(new PersonName(other).fits(new PersonName(one))).isFalse();
    }

    @Test
    void whiteSpaceIsFolded() {
        assertThat(new PersonName("  Maya \t Ortiz ").text()).isEqualTo("Maya Ortiz");
    }

    @Test
    void anEmptyOrEndlessNameIsNone() {
        assertThatThrownBy(() -> new PersonName("   ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonName("x".repeat(121))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Holds(Promise.P10)
    void itMasksItself() {
        assertThat(new PersonName("Maya Ortiz")).hasToString("M…");
    }
}
