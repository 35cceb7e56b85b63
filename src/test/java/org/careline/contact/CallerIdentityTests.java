package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.careline.contact.CallerIdentity.Known;
import org.careline.contact.CallerIdentity.Withheld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerIdentityTests {

    @Test
    void aNumberIsKnown() {
        assertThat(CallerIdentity.of("+13055550123")).isEqualTo(new Known(new PhoneNumber("+13055550123")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anonymous",
                "Restricted",
                "+266696687",
                "+7378742833",
                "+2562533",
                "+8656696",
                "+86282452253",
                "client:maya",
                "sip:maya@example.org",
                "+1",
                "+10000000000",
                "+11234567890",
                "+19999999999"
            })
    void everythingElseIsWithheld(String from) {
        assertThat(CallerIdentity.of(from)).isEqualTo(new Withheld());
    }
}
