package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+13055550123",
                "(305) 555-0123",
                "305.555.0123",
                "1-305-555-0123",
                "305 555 0123 ext. 9",
                "  3055550123 "
            })
    void everySpellingIsOneNumber(String typed) {
        assertThat(PhoneNumber.parse(typed, "US")).contains(new PhoneNumber("+13055550123"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "12", "5550123", "+1305555012345678", "(305) 555-0123 or (305) 555-0124, please"})
    void thisCannotBeDialled(String typed) {
        assertThat(PhoneNumber.parse(typed, "US")).isEmpty();
    }

    @Test
    void aNumberAbroadNeedsItsPlus() {
        assertThat(PhoneNumber.parse("+44 20 7946 0123", "US")).contains(new PhoneNumber("+442079460123"));
    }

    @Test
    void theKeyReadsBack() {
        PhoneNumber number = new PhoneNumber("+13055550123");

        assertThat(ContactPoint.ofKey(number.key())).isEqualTo(number);
    }

    @Test
    @Holds(Promise.P10)
    void itMasksItself() {
        assertThat(new PhoneNumber("+13055550123")).hasToString("+…23");
        assertThat(new PhoneNumber("+13055550123").national()).isEqualTo("(305) 555-0123");
    }
}
