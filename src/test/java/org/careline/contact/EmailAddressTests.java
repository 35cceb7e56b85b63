package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @Test
    void caseAndSpaceDoNotMatter() {
        assertThat(EmailAddress.parse(" Maya@Example.ORG ")).contains(new EmailAddress("maya@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "maya", "maya@", "@example.org", "maya@example", "ma ya@example.org", "a@b@example.org"})
    void thisIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void tooLongIsNoAddress() {
        assertThat(EmailAddress.parse("x".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("x@" + "long.".repeat(60) + "org")).isEmpty();
    }

    @Test
    void aStoredAddressIsInLowerCase() {
        assertThatThrownBy(() -> new EmailAddress("Maya@example.org")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeyReadsBackAndTheRestIsMasked() {
        EmailAddress address = new EmailAddress("maya@example.org");

        assertThat(ContactPoint.ofKey(address.key())).isEqualTo(address);
        assertThat(address).hasToString("m…@…");
    }
}
