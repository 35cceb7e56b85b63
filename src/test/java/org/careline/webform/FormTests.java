package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.intake.ConsentGiven;
import org.careline.intake.Inquiry;
import org.careline.support.MovableClock;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class FormTests {

    private static final String PATH = "/forms/consultation";
    private static final String MAYA = "&name=Maya+Ortiz&email=maya%40example.org&consent.call=on&language=es";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final DoorFakes behind;
    private final MovableClock clock;
    private final Browser browser;

    @Autowired
    FormTests(DoorFakes behind, MovableClock clock, @LocalServerPort int port) {
        this.behind = behind;
        this.clock = clock;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void forget() {
        behind.forget();
        clock.reset();
    }

    @Test
    void theFormAsksAndLeavesEveryBoxEmpty() {
        HttpResponse<String> page = browser.get(PATH);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("<html lang=\"en\">", "action=\"/forms/consultation\"", "Ask for a free consultation")
                .contains("name=\"name\"", "name=\"phone\"", "name=\"email\"", "name=\"zip\"", "name=\"message\"")
                .contains("name=\"bestTimes\"", "name=\"forWhom\"", "name=\"language\"", "name=\"consent.call\"")
                .contains("name=\"consent.text\"", "name=\"consent.version\" value=\"2026-11\"", "name=\"website\"")
                .contains("call us: (844) 555-0100", "988")
                .doesNotContain("checked", "<script", "style=", "th:", "??");
    }

    @Test
    void theFormSpeaksSpanishToWhomItIsAsked() {
        String asked = browser.get(PATH + "?lang=es").body();
        String wished = browser.send(browser.to(PATH).header("Accept-Language", "fr, es-MX;q=0.8, en;q=0.5"))
                .body();

        assertThat(asked)
                .contains("<html lang=\"es\">", "Pida una consulta gratuita", "Enviar", "oprima 2")
                .doesNotContain("??");
        assertThat(wished).contains("<html lang=\"es\">");
        assertThat(browser.get(PATH + "?lang=fr").body()).contains("<html lang=\"en\">");
    }

    @Test
    void aFilledInFormGetsAReceipt() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);

        HttpResponse<String> answer = browser.postForm(PATH, "token=" + token + MAYA + "&bestTimes=weekend-morning");

        Inquiry inquiry = behind.onlyInquiry();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/receipts/" + behind.of(inquiry.id()).value());
        assertThat(inquiry.id().value()).isEqualTo("form:" + token);
        assertThat(inquiry.sender().name()).isEqualTo(new PersonName("Maya Ortiz"));
        assertThat(inquiry.sender().email()).isEqualTo(new EmailAddress("maya@example.org"));
        assertThat(inquiry.request().to()).isEqualTo("consultation");
        assertThat(inquiry.request().bestTimes()).containsExactly("weekend-morning");
        assertThat(inquiry.request().language()).isEqualTo("es");
        assertThat(inquiry.request().consent()).isEqualTo(new ConsentGiven(true, false, false, false, null));
        assertThat(inquiry.suspicion()).isNull();
        assertThat(inquiry.at()).isEqualTo(MovableClock.MONDAY_NINE.plus(A_MINUTE));
    }

    @Test
    void sendingTwiceSendsOnce() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);

        String first = location(browser.postForm(PATH, "token=" + token + MAYA));
        clock.advance(A_MINUTE);
        String again = location(browser.postForm(PATH, "token=" + token + MAYA));

        assertThat(again).isEqualTo(first);
        assertThat(behind.inbox).hasSize(1);
    }

    @Test
    void otherContentUnderTheSameTokenIsSentAgain() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);
        browser.postForm(PATH, "token=" + token + MAYA);

        HttpResponse<String> other = browser.postForm(PATH, "token=" + token + MAYA.replace("Maya+", "Ana+"));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Please press Send again", "value=\"Ana Ortiz\"");
        assertThat(token(other)).isNotEqualTo(token);
    }

    @Test
    void aStaleTokenIsReplaced() {
        String token = token(browser.get(PATH));
        clock.advance(Duration.ofHours(24).plusMillis(1));

        HttpResponse<String> answer = browser.postForm(PATH, "token=" + token + MAYA);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Please press Send again", "value=\"Maya Ortiz\"");
        assertThat(behind.inbox).isEmpty();
        clock.advance(A_MINUTE);
        assertThat(browser.postForm(PATH, "token=" + token(answer) + MAYA).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aMissingOrForgedTokenIsReplaced() {
        String token = token(browser.get(PATH));
        String forged = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");

        for (String sent : List.of("", "token=", "token=" + forged, "token=%00", "token=a.b.c")) {
            HttpResponse<String> answer = browser.postForm(PATH, sent + MAYA);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Please press Send again", "value=\"maya@example.org\"");
        }
        assertThat(behind.inbox).isEmpty();
    }

    @Test
    void faultsAreListedAndTheTokenStays() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);

        HttpResponse<String> answer = browser.postForm(
                PATH,
                "token=" + token
                        + "&phone=12&zip=x&name=%3Cb%3EMaya&consent.text=on&forWhom=other&lang=es&message=hola");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(token(answer)).isEqualTo(token);
        assertThat(answer.body())
                .contains("<html lang=\"es\">", "role=\"alert\"", "href=\"#phone\"", "href=\"#zip\"")
                .contains("aria-invalid=\"true\"", "aria-describedby=\"reach phone-fault\"", "id=\"phone-fault\"")
                .contains("value=\"&lt;b&gt;Maya\"", "value=\"12\"", ">hola</textarea>")
                .containsPattern("id=\"consent.text\"[^>]*checked")
                .containsPattern("id=\"forWhom-other\"[^>]*checked")
                .doesNotContain("<b>Maya");
        assertThat(behind.inbox).isEmpty();
    }

    @Test
    void aFormWithoutAnyWayBackSaysSo() {
        String token = token(browser.get(PATH));

        HttpResponse<String> answer = browser.postForm(PATH, "token=" + token + "&name=Maya");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#phone\"", "so that we can reach you");
    }

    @Test
    void whoIsTooFastGetsTheSameReceipt() {
        String token = token(browser.get(PATH));
        clock.advance(Duration.ofMillis(2_999));

        HttpResponse<String> answer = browser.postForm(PATH, "token=" + token + MAYA);

        assertThat(location(answer)).startsWith("/receipts/");
        assertThat(behind.onlyInquiry().suspicion()).isEqualTo(Inquiry.Suspicion.FILLED_IN_TOO_FAST);
    }

    @Test
    void whoFillsInTheTrapGetsTheSameReceipt() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);

        HttpResponse<String> answer = browser.postForm(PATH, "token=" + token + MAYA + "&website=x");

        assertThat(location(answer)).startsWith("/receipts/");
        assertThat(behind.onlyInquiry().suspicion()).isEqualTo(Inquiry.Suspicion.HONEYPOT);
    }

    @Test
    void whereAVisitorCameFromIsCarriedAlong() {
        HttpResponse<String> page =
                browser.get(PATH + "?utm_source=search&gclid=%22%3E%3Cb%3E&own=dropped&utm_term=a%00b");
        clock.advance(A_MINUTE);

        assertThat(page.body())
                .contains("name=\"attribution.utm_source\" value=\"search\"")
                .contains("name=\"attribution.gclid\" value=\"&quot;&gt;&lt;b&gt;\"")
                .contains("/forms/consultation?lang=es&amp;gclid=%22%3E%3Cb%3E&amp;utm_source=search")
                .doesNotContain("dropped");
        String sent = "&attribution.utm_source=" + "s".repeat(300) + "&attribution.utm_term=a%00b&attribution.own=x";
        browser.postForm(PATH, "token=" + token(page) + MAYA + sent);
        assertThat(behind.onlyInquiry().attribution())
                .isEqualTo(Map.of("utm_source", "s".repeat(200), "utm_term", "ab"));
    }

    @Test
    void aTokenOfAnotherFormIsForged() {
        assertThat(new FormTokens(seal("a"), A_MINUTE, clock)
                        .valid(
                                "other",
                                new FormTokens(seal("a"), A_MINUTE, clock)
                                        .issue("one")
                                        .text()))
                .isEmpty();
        assertThat(new FormTokens(seal("a"), A_MINUTE, clock)
                        .valid(
                                "one",
                                new FormTokens(seal("a"), A_MINUTE, clock)
                                        .issue("one")
                                        .text()))
                .isPresent();
        assertThat(new FormTokens(seal("a"), A_MINUTE, clock)
                        .valid(
                                "one",
                                new FormTokens(seal("b"), A_MINUTE, clock)
                                        .issue("one")
                                        .text()))
                .isEmpty();
    }

    private static org.careline.web.Seal seal(String key) {
        return new org.careline.web.Seal("form", () -> key.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutRoomTheClinicsNumberIsShown() {
        String token = token(browser.get(PATH));
        behind.full = true;

        HttpResponse<String> answer = browser.postForm(PATH, "token=" + token + MAYA);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("(844) 555-0100", "988").doesNotContain("Maya");
    }

    @Test
    void anUnknownFormIsNotFound() {
        for (HttpResponse<String> answer : List.of(browser.get("/forms/other"), browser.postForm("/forms/other", ""))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("There is no such page", "988");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%", "name=%4", "name=%zz", "%ff=1", "name=%c3%28", "token=%80"})
    void brokenEscapesAreABadRequest(String body) {
        HttpResponse<String> answer = browser.postForm(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request cannot be read", "988");
    }

    @Test
    void aBrokenQueryDoesNotHideTheForm() {
        assertThat(browser.get(PATH + "?utm_source=%c3%28").statusCode()).isEqualTo(200);
        assertThat(browser.postForm(PATH + "?lang=%c3%28", "name=Maya").statusCode())
                .isEqualTo(422);
    }

    @Test
    void tooMuchTextIsRefusedKindly() {
        HttpResponse<String> answer = browser.postForm(PATH, "message=" + "m".repeat(64 * 1024));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("This is too much text", "988").doesNotContain("mmm");
    }

    @Test
    void onlyAFormIsTaken() {
        for (String type : List.of("application/json", "multipart/form-data; boundary=x", "nonsense")) {
            HttpResponse<String> answer =
                    browser.send(browser.to(PATH).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("988");
        }
    }

    @Test
    void noFormBodyBreaksUs() {
        Random random = new Random(20261123);
        String letters = "&=%+;[].\"<>\\\0\u00e9\ud83d\ude00abc123 \r\n\u202e\u000b";
        String whole =
                "token=" + token(browser.get(PATH)) + MAYA + "&consent.version=2026-11&bestTimes=weekday-morning";
        for (int round = 0; round < 300; round++) {
            StringBuilder body = new StringBuilder(whole);
            for (int change = random.nextInt(8); change >= 0; change--) {
                char letter = letters.charAt(random.nextInt(letters.length()));
                String piece = random.nextBoolean() ? String.valueOf(letter) : escaped(letter);
                body.insert(random.nextInt(body.length()), piece);
            }
            assertThat(browser.postForm(PATH, body.toString()).statusCode())
                    .as("round %d: %s", round, body)
                    .isIn(303, 400, 422);
        }
    }

    private static String escaped(char letter) {
        return URLEncoder.encode(String.valueOf(letter), StandardCharsets.UTF_8);
    }

    @Test
    void theReceiptPageSaysWhatHappensNext() {
        behind.down = true;
        HttpResponse<String> page = browser.get("/receipts/CL0123");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body())
                .contains("We have your request", "A coordinator will get back to you", "CL0123", "988")
                .doesNotContain("??");
        assertThat(browser.get("/receipts/CL0123?lang=es").body()).contains("Recibimos su solicitud");
    }

    @Test
    void aReceiptThatIsNotOursIsNotFound() {
        assertThat(browser.get("/receipts/other").statusCode()).isEqualTo(404);
        assertThat(browser.get("/receipts/").statusCode()).isEqualTo(404);
    }

    @Test
    void theReceiptIsInTheFormsLanguage() {
        String token = token(browser.get(PATH));

        assertThat(location(browser.postForm(PATH, "token=" + token + MAYA + "&lang=es")))
                .endsWith("?lang=es");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
