package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryParserTests {

    private final InquiryParser parser =
            new InquiryParser("US", "consultation"::equals, number -> true, new MovableClock());

    @Test
    void whiteSpaceIsFolded() {
        assertThat(understood("name", " Maya \u00a0\t Ortiz ").sender().name()).isEqualTo(new PersonName("Maya Ortiz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ma\u202eya\u202c Ortiz",
                "\ufeffMaya Ortiz",
                "Ma\u200bya Or\u00adtiz",
                "\u2066Maya\u2069\u2003Ortiz\u200e",
                "Maya\u3000\u2060Ortiz",
                "Ma\u200dya\u200c Ortiz",
                "Maya\u3164 Ortiz\u115f",
                "Maya\ufe0f Ortiz\udb40\udc41",
                "Maya\u0085Ortiz\u009b"
            })
    void whatNobodySeesIsAsIfItWereNotThere(String name) {
        assertThat(understood("name", name).sender().name()).isEqualTo(new PersonName("Maya Ortiz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
                "\u0d05\u0d35\u0d28\u0d4d\u200d",
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
                "\u8fbb\udb40\udd00",
                "Jose\u0301 O\u2019Neil"
            })
    void whatANameNeedsStays(String name) {
        assertThat(understood("name", name).sender().name()).isEqualTo(new PersonName(name));
    }

    @Test
    void aNameOfWhichNobodySeesAnythingIsNone() {
        assertThat(understood("name", "\u200b\u202e\ufeff").sender().name()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202a(305) 555-0123\u202c", "305\u200b5550123", "\ufeff305\u00ad-555-0123"})
    void aNumberIsReadAsItIsSeen(String typed) {
        assertThat(understood("phone", typed).sender().phone()).isEqualTo(new PhoneNumber("+13055550123"));
    }

    @ParameterizedTest
    @CsvSource({
        "ma\u200bya@example.org, maya@example.org",
        "\u202emaya@example.org, maya@example.org",
        "maya@b\u00fccher.example, maya@xn--bcher-kva.example",
        "maya@xn--bcher-kva.example, maya@xn--bcher-kva.example",
        "\uff4daya\uff20example.org, maya@example.org"
    })
    void anAddressIsOneHoweverItIsTyped(String typed, String address) {
        assertThat(understood("email", typed).sender().email()).isEqualTo(new EmailAddress(address));
    }

    @Test
    void anAddressThatLooksLikeAnotherIsAnother() {
        EmailAddress email =
                understood("email", "maya@\u0435xample.org").sender().email();

        assertThat(email).isEqualTo(new EmailAddress("maya@xn--xample-2of.org"));
    }

    @Test
    void aMessageKeepsItsWordsAndTurnsNothingAround() {
        String message = "\ufeffPlease \u202ecall\u202c \u2067me\u2069,\n"
                + "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627 \ud83d\udc69\u200d\u2695\ufe0f";

        assertThat(understood("message", message).details().message())
                .isEqualTo(
                        "Please call me,\n\u0639\u0644\u06cc\u200c\u0631\u0636\u0627 \ud83d\udc69\u200d\u2695\ufe0f");
    }

    @Test
    void whatIsSetAsideTurnsNothingAround() {
        InquiryFields fields = new InquiryFields(
                Map.of("phone", "305-555-0123", "zip", "\u202e12\u200b"),
                List.of(),
                null,
                Map.of("utm_source", "a\u202eb"));

        ParsedInquiry.Understood read =
                (ParsedInquiry.Understood) parser.parse(fields, List.of(), InquiryParser.Manner.SETS_ASIDE);

        assertThat(read.aside()).extracting(SetAside::typed).containsExactly("12");
        assertThat(read.attribution()).containsEntry("utm_source", "ab");
    }

    @ParameterizedTest
    @CsvSource({
        "zip,33101",
        "zip,33101-1234",
        "zip,331011234",
        "dateOfBirth,1990-04-02",
        "dateOfBirth,2026-11-24",
        "language,es",
        "language,pt-BR",
        "language,zh_Hant",
        "forWhom,other",
        "consent.version,2026-11",
        "form,consultation",
    })
    void valuesThatCanBeReadAreTaken(String field, String value) {
        assertThat(parse(field, value)).isInstanceOf(ParsedInquiry.Understood.class);
    }

    @ParameterizedTest
    @CsvSource({
        "zip,3310",
        "zip,33101-",
        "dateOfBirth,1899-12-31",
        "dateOfBirth,2026-11-25",
        "dateOfBirth,2026-02-30",
        "dateOfBirth,+999999999-01-01",
        "dateOfBirth,04/02/1990",
        "language,e",
        "language,english",
        "phone,12",
        "email,maya",
        "email,maya@example",
        "email,maya@@example.org",
        "name,Ma\u0007ya",
        "consent.version,two words",
    })
    void valuesThatCannotAreInvalid(String field, String value) {
        assertThat(faults(parse(field, value))).contains(field + " invalid");
    }

    @ParameterizedTest
    @CsvSource({"form,other", "forWhom,nobody"})
    void valuesThatAreNotOfferedAreUnknown(String field, String value) {
        assertThat(faults(parse(field, value))).containsExactly(field + " unknown_value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "email", "zip", "language", "dateOfBirth", "forWhom", "form"})
    void noFieldTakesAWholePage(String field) {
        assertThat(faults(parse(field, "1".repeat(60_000)))).contains(field + " too_long");
    }

    @Test
    void aFaultyPhoneIsNotAlsoMissing() {
        InquiryFields fields = new InquiryFields(Map.of("phone", "12"), List.of(), null, Map.of());

        assertThat(faults(parser.parse(fields))).containsExactly("phone invalid");
    }

    @Test
    void whatTheDoorFoundComesFirst() {
        InquiryFields fields = new InquiryFields(Map.of("zip", "x"), List.of(), null, Map.of());
        FieldFault known = new FieldFault("phone", FieldFault.Code.WRONG_TYPE, "a string");

        assertThat(faults(parser.parse(fields, List.of(known), InquiryParser.Manner.REFUSES)))
                .containsExactly("phone wrong_type", "zip invalid");
    }

    @Test
    void numbersWithoutAPlusBelongToTheRegion() {
        InquiryParser german = new InquiryParser("DE", "consultation"::equals, number -> true, new MovableClock());

        assertThat(parser.phone("305 555 0123")).contains(new PhoneNumber("+13055550123"));
        assertThat(german.phone("030 5550123")).contains(new PhoneNumber("+49305550123"));
    }

    @Test
    void bestTimesAreTakenOnce() {
        InquiryFields fields = new InquiryFields(
                Map.of("phone", "305-555-0123"),
                List.of("weekday-morning", "", "weekday-morning"),
                Set.of("text"),
                Map.of());

        InquiryDetails request = ((ParsedInquiry.Understood) parser.parse(fields)).details();

        assertThat(request.bestTimes()).containsExactly("weekday-morning");
        assertThat(request.consent()).isEqualTo(new ConsentGiven(false, true, false, false, null));
    }

    private ParsedInquiry.Understood understood(String field, String value) {
        return (ParsedInquiry.Understood) parse(field, value);
    }

    private ParsedInquiry parse(String field, String value) {
        Map<String, String> texts = new HashMap<>(Map.of("phone", "305-555-0123"));
        texts.put(field, value);
        return parser.parse(new InquiryFields(texts, List.of(), null, Map.of()));
    }

    private static List<String> faults(ParsedInquiry parsed) {
        return ((ParsedInquiry.Faulty) parsed)
                .faults().stream()
                        .map(fault -> fault.field() + " " + fault.code().word())
                        .toList();
    }
}
