package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.inbox.ConsentGiven;
import org.careline.inbox.Inquiry;
import org.careline.inbox.InquiryDetails;
import org.careline.inbox.Sender;
import org.careline.lead.SourceId;
import org.careline.support.MovableClock;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Doors
class InquiryInTests {

    private static final String PATH = "/api/v1/inquiries";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHOLE = """
        {"form": "consultation", "name": "Maya Ortiz", "phone": "(305) 555-0123", "email": "Maya@example.org",
         "zip": "33101", "dateOfBirth": "1990-04-02", "language": "es", "message": "Good day\\r\\nplease call",
         "forWhom": "self", "bestTimes": ["weekday-morning", "weekend-evening"],
         "consent": {"call": true, "text": false, "voicemail": false, "marketing": false, "version": "2026-11"},
         "attribution": {"utm_source": "search", "referrer": "https://example.org/", "own": "dropped"}}
        """;

    private final DoorFakes behind;
    private final Browser browser;

    @Autowired
    InquiryInTests(DoorFakes behind, @LocalServerPort int port) {
        this.behind = behind;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void forget() {
        behind.forget();
    }

    @Test
    void textThatDeceivesTheEyeIsReadAsItIsSeen() {
        String sent = """
            {"name": "Ma\u202eya\u200b Ortiz", "email": "maya@b\u00fccher.example", "message": "Please\u202e call"}
            """;

        assertThat(browser.postJson(PATH, sent).statusCode()).isEqualTo(202);

        Inquiry inquiry = behind.onlyInquiry();
        assertThat(inquiry.sender().name()).isEqualTo(new PersonName("Maya Ortiz"));
        assertThat(inquiry.sender().email()).isEqualTo(new EmailAddress("maya@xn--bcher-kva.example"));
        assertThat(inquiry.details().message()).isEqualTo("Please call");
    }

    @Test
    void aWholeInquiryIsAcceptedAsSent() {
        HttpResponse<String> answer = browser.postJson(PATH, WHOLE, "Idempotency-Key", "order 66");

        Inquiry inquiry = behind.onlyInquiry();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"receipt\":\"" + behind.of(inquiry.id()).value() + "\",\"warnings\":[]}");
        assertThat(inquiry.sender())
                .isEqualTo(new Sender(
                        new PersonName("Maya Ortiz"),
                        new PhoneNumber("+13055550123"),
                        new EmailAddress("maya@example.org")));
        assertThat(inquiry.details())
                .isEqualTo(new InquiryDetails(
                        "consultation",
                        "33101",
                        LocalDate.parse("1990-04-02"),
                        new Language("es"),
                        "Good day\nplease call",
                        "self",
                        List.of("weekday-morning", "weekend-evening"),
                        new ConsentGiven(true, false, false, false, "2026-11")));
        assertThat(inquiry.attribution()).isEqualTo(Map.of("utm_source", "search", "referrer", "https://example.org/"));
        assertThat(inquiry.suspicion()).isNull();
        assertThat(inquiry.at()).isEqualTo(MovableClock.MONDAY_NINE);
        assertThat(inquiry.id().value()).startsWith("api:").hasSize(47).doesNotContain("66");
    }

    @Test
    void onePhoneIsEnough() {
        assertThat(browser.postJson(PATH, "{\"phone\": \"305-555-0123\"}").statusCode())
                .isEqualTo(202);
        assertThat(behind.onlyInquiry().details()).isEqualTo(InquiryDetails.byCall("consultation"));
    }

    @Test
    void nullsAndBlanksAreFieldsLeftOut() {
        String json =
                "{\"email\": \"maya@example.org\", \"phone\": null, \"name\": \" \", \"zip\": \"\", \"form\": null,"
                        + "\"consent\": null, \"bestTimes\": null, \"attribution\": null, \"message\": \"\\n\"}";

        assertThat(browser.postJson(PATH, json).statusCode()).isEqualTo(202);
        assertThat(behind.onlyInquiry().details()).isEqualTo(InquiryDetails.byCall("consultation"));
    }

    @Test
    void allFaultsComeAtOnceAndRepeatNothingTyped() {
        String json = """
            {"form": "xyzzy", "name": 17, "phone": "plugh", "email": "plugh@", "zip": "3310", "language": "plugh!",
             "dateOfBirth": "2026-13-01", "forWhom": "plugh", "bestTimes": ["plugh"], "surprise": "plugh",
             "plugh@example.org": 1, "consent": {"call": "plugh", "version": "p l u g h", "fax": true},
             "attribution": {"utm_source": 4}}
            """;

        HttpResponse<String> answer = browser.postJson(PATH + "?strict=true", json);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("plugh").doesNotContain("xyzzy");
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "form unknown_value",
                        "name wrong_type",
                        "phone invalid",
                        "email invalid",
                        "zip invalid",
                        "language invalid",
                        "dateOfBirth invalid",
                        "forWhom unknown_value",
                        "bestTimes unknown_value",
                        "surprise unknown_field",
                        "? unknown_field",
                        "consent.call wrong_type",
                        "consent.version invalid",
                        "consent.fax unknown_field",
                        "attribution.utm_source wrong_type");
        assertThat(behind.inbox).isEmpty();
    }

    @Test
    void anOptionalFieldThatCannotBeReadNeverCostsTheInquiry() {
        String json = """
            {"phone": "305-555-0123", "email": "none", "zip": 2134, "dateOfBirth": "04/02/1990",
             "language": "Spanish!", "forWhom": "my son", "bestTimes": ["weekday-morning", "whenever"]}
            """;

        HttpResponse<String> answer = browser.postJson(PATH, json);

        Inquiry inquiry = behind.onlyInquiry();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(faults(answer, "warnings"))
                .containsExactlyInAnyOrder(
                        "email invalid",
                        "zip invalid",
                        "dateOfBirth invalid",
                        "language invalid",
                        "forWhom unknown_value",
                        "bestTimes unknown_value");
        assertThat(inquiry.details())
                .isEqualTo(new InquiryDetails(
                        "consultation", null, null, null, null, null, List.of("weekday-morning"), null));
        assertThat(behind.known.get(inquiry.id()))
                .extracting(fact -> fact.status() + " " + fact.typed().orElse("-"))
                .contains("zip:invalid 2134", "forWhom:unknown_value my son", "email:invalid none");
        assertThat(browser.postJson(PATH + "?strict=true", json).statusCode()).isEqualTo(422);
    }

    @Test
    void aJsonNumberIsReadAsTheTextThatItStandsFor() {
        assertThat(browser.postJson(PATH, "{\"phone\": 3055550123, \"zip\": 33101}")
                        .body())
                .endsWith("\"warnings\":[]}");
        assertThat(behind.onlyInquiry().sender().phone()).isEqualTo(new PhoneNumber("+13055550123"));
        assertThat(faults(browser.postJson(PATH + "?strict=true", "{\"phone\": 3055550123}")))
                .containsExactly("phone wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(844) 555-0100", "+1 900 555 0123", "+882 399 000000"})
    void aNumberAtWhichNobodyCanBeCalledIsSetAsideBesideAnEmail(String phone) {
        String both = "{\"phone\": \"" + phone + "\", \"email\": \"maya@example.org\"}";

        HttpResponse<String> answer = browser.postJson(PATH, both);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(faults(answer, "warnings")).containsExactly("phone not_callable");
        assertThat(behind.onlyInquiry().sender())
                .isEqualTo(new Sender(null, null, new EmailAddress("maya@example.org")));
        assertThat(faults(browser.postJson(PATH + "?strict=true", both))).containsExactly("phone not_callable");
        assertThat(faults(browser.postJson(PATH, "{\"phone\": \"" + phone + "\"}")))
                .containsExactly("phone not_callable");
    }

    @Test
    void everyFaultSaysWhatIsExpected() {
        JsonNode fault =
                JSON.readTree(browser.postJson(PATH, "{}").body()).get("errors").get(0);

        assertThat(fault.get("field").stringValue()).isEqualTo("phone");
        assertThat(fault.get("code").stringValue()).isEqualTo("required");
        assertThat(fault.get("message").stringValue()).isNotBlank();
        assertThat(fault.get("expected").stringValue()).isEqualTo("one of phone and email");
    }

    @Test
    void lengthsAreBounded() {
        assertThat(faults(browser.postJson(PATH, json("name", "n".repeat(121)))))
                .containsExactly("name too_long");
        assertThat(faults(browser.postJson(PATH, json("message", "m".repeat(4_001)))))
                .containsExactly("message too_long");

        assertThat(browser.postJson(PATH, json("name", "n".repeat(120))).statusCode())
                .isEqualTo(202);
        assertThat(browser.postJson(PATH, json("message", "é".repeat(4_000))).statusCode())
                .isEqualTo(202);
    }

    @Test
    void attributionIsCutAndFreedOfControlCharacters() {
        String json = "{\"phone\": \"305-555-0123\", \"attribution\": {\"utm_term\": \"a\\u0000b" + "c".repeat(500)
                + "\", \"gclid\": null, \"fbclid\": \" \"}}";

        assertThat(browser.postJson(PATH, json).statusCode()).isEqualTo(202);
        assertThat(behind.onlyInquiry().attribution()).isEqualTo(Map.of("utm_term", "ab" + "c".repeat(198)));
    }

    @Test
    void theSameKeyWithTheSameFieldsGetsTheSameReceipt() {
        String first = browser.postJson(PATH, WHOLE, "Idempotency-Key", "k").body();
        String again = browser.postJson(PATH, WHOLE.replace("  ", " "), "Idempotency-Key", "k")
                .body();

        assertThat(again).isEqualTo(first);
        assertThat(behind.inbox).hasSize(1);
    }

    @Test
    void theSameKeyWithOtherFieldsIsRefused() {
        browser.postJson(PATH, WHOLE, "Idempotency-Key", "k");
        HttpResponse<String> other =
                browser.postJson(PATH, WHOLE.replace("Maya Ortiz", "Ana Cruz"), "Idempotency-Key", "k");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(faults(other)).containsExactly("Idempotency-Key reused");
    }

    @Test
    void withoutAKeyNothingIsARepeat() {
        browser.postJson(PATH, WHOLE);
        browser.postJson(PATH, WHOLE);

        assertThat(behind.inbox).hasSize(2);
    }

    @Test
    void aKeyHasOneTo255PrintableCharacters() {
        assertThat(browser.postJson(PATH, WHOLE, "Idempotency-Key", "~".repeat(255))
                        .statusCode())
                .isEqualTo(202);
        for (String bad : List.of("", "~".repeat(256))) {
            HttpResponse<String> answer = browser.postJson(PATH, WHOLE, "Idempotency-Key", bad);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(faults(answer)).containsExactly("Idempotency-Key invalid");
        }
        assertThat(browser.postJson(PATH, WHOLE, "Idempotency-Key", "a", "Idempotency-Key", "b")
                        .statusCode())
                .isEqualTo(400);
        assertThat(behind.inbox).hasSize(1);
    }

    @Test
    void withoutRoomTheClinicsNumberIsGiven() {
        behind.full = true;

        HttpResponse<String> answer = browser.postJson(PATH, WHOLE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).contains("(844) 555-0100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null x",
                "{\"phone\": \"305-555-0123\"} {}",
                "{\"phone\": \"305-555-0123\", \"phone\": \"305-555-0124\"}",
                "{\"consent\": {\"call\": true, \"call\": false}}",
                "{'phone': '305-555-0123'}",
                "{\"phone\": NaN}",
                "phone=3055550123",
            })
    void whatIsNoJsonCannotBeParsed(String body) {
        HttpResponse<String> answer = browser.postJson(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("305");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "17", "true"})
    void jsonThatIsNoObjectIsNotValid(String body) {
        assertThat(browser.postJson(PATH, body).statusCode()).isEqualTo(422);
    }

    @Test
    void bytesThatAreNotUtf8CannotBeParsed() {
        byte[] latin = WHOLE.replace("Ortiz", "Ort\u00edz").getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = WHOLE.getBytes(StandardCharsets.UTF_16);

        for (byte[] body : List.of(latin, utf16)) {
            assertThat(browser.send(browser.withToken(PATH)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofByteArray(body)))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,415",
        "application/xml,415",
        "application/x-www-form-urlencoded,415",
        "multipart/form-data;boundary=x,415",
        "application/json;charset=iso-8859-1,415",
        "application/json;charset=nonsense,415",
        "nonsense,415",
        "application/json;charset=utf-8,202",
        "application/json,202",
    })
    void onlyJsonIsTaken(String type, int status) {
        HttpResponse<String> answer = browser.send(
                browser.withToken(PATH).header("Content-Type", type).POST(BodyPublishers.ofString(WHOLE)));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void nothingOfNoTypeIsNoJson() {
        assertThat(browser.send(browser.withToken(PATH).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aBodyOfMoreThan64kBIsRefused() {
        String room = "{\"phone\": \"305-555-0123\", \"zip\": \"%s\"}";
        String exact = String.format(java.util.Locale.ROOT, room, " ".repeat(64 * 1024 - room.length() + 2));

        assertThat(exact.getBytes(StandardCharsets.UTF_8)).hasSize(64 * 1024);
        assertThat(browser.postJson(PATH, exact).statusCode()).isEqualTo(202);
        assertThat(browser.postJson(PATH, exact + " ").statusCode()).isEqualTo(413);
        assertThat(browser.send(browser.withToken(PATH)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                        (exact + " ").getBytes(StandardCharsets.UTF_8)))))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void noBodyBreaksUs() {
        Random random = new Random(20261123);
        for (int round = 0; round < 600; round++) {
            byte[] body = mutated(random);
            HttpResponse<String> answer = browser.send(browser.withToken(PATH)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body)));
            assertThat(answer.statusCode())
                    .as("round %d: %s", round, new String(body, StandardCharsets.ISO_8859_1))
                    .isIn(202, 400, 422);
        }
    }

    private static byte[] mutated(Random random) {
        List<String> values = List.of(
                "null",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"\\u202e\"",
                "1e999999",
                "-0",
                "9".repeat(1_200),
                "[".repeat(900),
                "{\"a\":".repeat(900),
                "[[],{}]",
                "true",
                "\"" + "+1".repeat(200) + "\"",
                "\"\ud83d\ude00\"",
                "{\"version\": \"\\u0007\"}",
                "\"\\t\"");
        List<String> parts =
                new ArrayList<>(Stream.of(WHOLE.split("(?<=[:,{}\\[\\]])")).toList());
        for (int change = random.nextInt(4); change >= 0; change--) {
            parts.set(random.nextInt(parts.size()), values.get(random.nextInt(values.size())));
        }
        byte[] bytes = String.join("", parts).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Test
    void controlCharactersOfAPasteDoNotTurnAnyoneAway() {
        browser.postJson(PATH, json("message", "one\\u000btwo\\u0000\\ttab"));

        assertThat(behind.onlyInquiry().details().message()).isEqualTo("onetwo\ttab");
        assertThat(faults(browser.postJson(PATH, json("name", "Ma\\u0007ya")))).containsExactly("name invalid");
    }

    @Test
    void halfCharactersAreReplaced() {
        browser.postJson(PATH, json("name", "Maya \\ud800"));

        assertThat(behind.onlyInquiry().sender().name()).isEqualTo(new PersonName("Maya \ufffd"));
    }

    @Test
    void aSourceIdIsMadeOfTheKeyAlone() {
        browser.postJson(PATH, WHOLE, "Idempotency-Key", "k");
        SourceId first = behind.onlyInquiry().id();
        behind.forget();
        browser.postJson(PATH, "{\"phone\": \"305-555-0199\"}", "Idempotency-Key", "k");

        assertThat(behind.onlyInquiry().id()).isEqualTo(first);
    }

    private static String json(String field, String value) {
        return "{\"phone\": \"305-555-0123\", \"" + field + "\": \"" + value + "\"}";
    }

    private static List<String> faults(HttpResponse<String> answer) {
        return faults(answer, "errors");
    }

    private static List<String> faults(HttpResponse<String> answer, String where) {
        List<String> faults = new ArrayList<>();
        JSON.readTree(answer.body())
                .get(where)
                .forEach(fault -> faults.add(fault.get("field").stringValue() + " "
                        + fault.get("code").stringValue()));
        return faults;
    }
}
