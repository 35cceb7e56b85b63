package org.careline.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maya@b\u00fccher.example",
                "maya@xn--bcher-kva.example",
                "Maya@XN--BCHER-KVA.example",
                "maya@BU\u0308CHER.example",
                "maya@b\u00fc\u00adcher\u3002example",
                "\ufeffmaya\u200b@b\u00fccher.\u202eexample\u202c",
                "\uff4d\uff41\uff59\uff41\uff20\uff42\u00fc\uff43\uff48\uff45\uff52\uff0eexample"
            })
    void oneDomainIsOneHoweverItIsTyped(String typed) {
        EmailAddress address = EmailAddress.parse(typed).orElseThrow();

        assertThat(address.address()).isEqualTo("maya@xn--bcher-kva.example");
        assertThat(address.readable()).isEqualTo("maya@b\u00fccher.example");
        assertThat(address.ofSeveralAlphabets()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "stra\u00dfe.example, xn--strae-oqa.example",
        "\u043f\u043e\u0447\u0442\u0430.\u0440\u0444, xn--80a1acny.xn--p1ai",
        "\u4f8b\u3048.jp, xn--r8jz45g.jp",
        "\u0645\u062b\u0627\u0644.\u0625\u062e\u062a\u0628\u0627\u0631, xn--mgbh0fb.xn--kgbechtv",
        "ma\u00f1ana.example, xn--maana-pta.example",
        "\ud83d\udca9.example, xn--ls8h.example"
    })
    void aDomainInItsLettersIsThatOfTheWire(String own, String wire) {
        assertThat(MailDomain.ascii(own)).contains(wire);
        assertThat(MailDomain.inItsLetters(wire)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maya@\u0435xample.org",
                "m\u0430ya@example.org",
                "maya@xn--xample-2of.org",
                "maya@exampl\u03b5.org",
                "maya@\u0430\u0440\u0440\u04cf\u0435.org",
                "maya@e\u0445\u0430mple.org"
            })
    void anAddressThatLooksLikeAnotherIsItselfAndMarked(String typed) {
        EmailAddress address = EmailAddress.parse(typed).orElseThrow();

        assertThat(address).isNotEqualTo(new EmailAddress("maya@example.org"));
        assertThat(address.ofSeveralAlphabets()).isTrue();
        assertThat(address.readable()).isEqualTo(address.address());
        assertThat(ContactPoint.ofKey(address.key())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jos\u00e9@example.org",
                "maya@\u4f8b\u3048.jp",
                "\u043c\u0430\u044f@\u043f\u043e\u0447\u0442\u0430.\u0440\u0444",
                "maya.ortiz+1@example.org"
            })
    void oneAlphabetIsNoMark(String typed) {
        assertThat(EmailAddress.parse(typed).orElseThrow().ofSeveralAlphabets()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maya@-example.org",
                "maya@example-.org",
                "maya@(example.org",
                "maya@exa_mple.org",
                "maya@example..org",
                "maya@\u200b.org",
                "maya\uff0c@example.org"
            })
    void thisIsNoDomainOfMail(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--.org",
                "xn---.org",
                "xn--999999999.org",
                "xn--\u00fc.org",
                "xn--a-b-c-d.org",
                "xn--zzzzzzzzzzzzzzzz.org"
            })
    void whatCannotBeReadStaysAsItIs(String domain) {
        EmailAddress.parse("maya@" + domain)
                .ifPresent(address ->
                        assertThat(EmailAddress.parse(address.readable())).contains(address));
    }

    @Test
    void everyLabelReadsBack() {
        Random random = new Random(16);
        for (int round = 0; round < 5_000; round++) {
            String label = random.ints(1 + random.nextInt(12), 0x61, 0x2fff)
                    .filter(Character::isLetter)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Punycode.decoded(Punycode.encoded(label + "\u00fc"))).contains(label + "\u00fc");
        }
    }

    @Test
    void anAddressThatWasReadIsReadAlikeAgain() {
        EmailAddress address = EmailAddress.parse("nmI\u032d\u0307@example.org").orElseThrow();

        assertThat(EmailAddress.parse(address.address())).contains(address);
    }

    @Test
    void whatAnEarlierVersionStoredIsStillRead() {
        assertThat(ContactPoint.ofKey("mail:maya@b\u00fccher.example")).isInstanceOf(EmailAddress.class);
    }
}
