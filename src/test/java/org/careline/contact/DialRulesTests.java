package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.careline.contact.DialRules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialRulesTests {

    private final DialRules rules = new DialRules(Set.of("US"));

    @ParameterizedTest
    @CsvSource({
        "+13055550123, ALLOWED",
        "+12135550199, ALLOWED",
        "+18445550123, ALLOWED",
        // an area code that the tables may not know yet
        "+12355550123, ALLOWED",
        "+19005550123, NOBODYS",
        "+882399000000, NOBODYS",
        "+8816123456789, NOBODYS",
        "+870773111632, NOBODYS",
        "+979123456789, NOBODYS",
        "+10005550123, NOBODYS",
        "+13050550123, NOBODYS",
        "+447012345678, NOBODYS",
        "+449012345678, NOBODYS",
        "+18765550123, ABROAD",
        "+14165550123, ABROAD",
        "+525512345678, ABROAD",
        "+972521234567, ABROAD",
    })
    void onlyPeopleInTheCountriesOfTheClinicAreDialled(String number, Verdict verdict) {
        assertThat(rules.of(new PhoneNumber(number))).isEqualTo(verdict);
    }

    @Test
    void aClinicMayAllowMoreCountries() {
        DialRules more = new DialRules(Set.of("US", "MX", "JM"));

        assertThat(more.of(new PhoneNumber("+525512345678"))).isEqualTo(Verdict.ALLOWED);
        assertThat(more.of(new PhoneNumber("+18765550123"))).isEqualTo(Verdict.ALLOWED);
        assertThat(more.of(new PhoneNumber("+14165550123"))).isEqualTo(Verdict.ABROAD);
    }
}
