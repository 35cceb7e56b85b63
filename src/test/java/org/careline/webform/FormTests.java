package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.inbox.ConsentGiven;
import org.careline.inbox.Inquiry;
import org.careline.support.MovableClock;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.jspecify.annotations.Nullable;
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

    private static final Pattern FAULT_LINK = Pattern.compile("<li><a href=\"#([^\"]+)\"");
    private static final Pattern DESCRIBED = Pattern.compile("aria-describedby=\"([^\"]+)\"");

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
                .contains("<html lang=\"en\">", "action=\"/forms/consultation#notice\"", "Ask for a free consultation")
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
    void textThatDeceivesTheEyeIsReadAsItIsSeen() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);
        String name = URLEncoder.encode("Ma\u202eya\u200b Ortiz", StandardCharsets.UTF_8);
        String email = URLEncoder.encode("maya@b\u00fccher.example\ufeff", StandardCharsets.UTF_8);

        browser.postForm(PATH, "token=" + token + "&consent.call=on&name=" + name + "&email=" + email);

        Inquiry inquiry = behind.onlyInquiry();
        assertThat(inquiry.sender().name()).isEqualTo(new PersonName("Maya Ortiz"));
        assertThat(inquiry.sender().email()).isEqualTo(new EmailAddress("maya@xn--bcher-kva.example"));
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
        assertThat(inquiry.details().to()).isEqualTo("consultation");
        assertThat(inquiry.details().bestTimes()).containsExactly("weekend-morning");
        assertThat(inquiry.details().language()).isEqualTo(new Language("es"));
        assertThat(inquiry.details().consent()).isEqualTo(new ConsentGiven(true, false, false, false, null));
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
    void moreThanUsualOfOnePersonIsSuspectAndGetsAReceiptLikeEveryone() {
        List<Inquiry.@Nullable Suspicion> suspicions = new ArrayList<>();
        for (int form = 0; form < 62; form++) {
            behind.inbox.clear();
            String token = token(browser.get(PATH));
            clock.advance(Duration.ofSeconds(4));
            HttpResponse<String> answer =
                    browser.postForm(PATH, "token=" + token + "&name=N" + form + "&phone=305-555-0177");
            assertThat(answer.statusCode()).isEqualTo(303);
            suspicions.add(behind.onlyInquiry().suspicion());
        }

        assertThat(suspicions.subList(0, 60)).containsOnlyNulls();
        assertThat(suspicions.subList(60, 62)).containsOnly(Inquiry.Suspicion.TOO_MANY);
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
    void everyFaultLeadsToWhereItIsMended() {
        String wrong = "&name=" + "n".repeat(121) + "&phone=12&email=x&zip=x&forWhom=cat&bestTimes=never&language=%25"
                + "&message=" + "m".repeat(4_001);
        String page = browser.postForm(PATH, "token=" + token(browser.get(PATH)) + wrong)
                .body();

        List<String> goals = all(FAULT_LINK, page);
        assertThat(goals)
                .containsExactlyInAnyOrder(
                        "name",
                        "phone",
                        "email",
                        "zip",
                        "forWhom-self",
                        "bestTimes-weekday-morning",
                        "language",
                        "message");
        assertThat(goals).allSatisfy(goal -> assertThat(page).containsOnlyOnce(" id=\"" + goal + "\""));
        assertThat(page)
                .contains("<title>Error: Ask for a free consultation", "id=\"notice\" role=\"alert\" tabindex=\"-1\"");
        assertThat(all(DESCRIBED, page))
                .allSatisfy(ids -> assertThat(ids.split(" "))
                        .allSatisfy(id -> assertThat(page).containsOnlyOnce(" id=\"" + id + "\"")))
                .contains("message-hint message-crisis message-fault", "forWhom-fault", "language-fault");
    }

    @Test
    void everyInputHasItsLabel() {
        String page = browser.get(PATH).body();

        List<String> inputs =
                all(Pattern.compile("<(?:input|select|textarea)(?![^>]*hidden)[^>]* id=\"([^\"]+)\""), page);
        assertThat(inputs).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        assertThat(all(Pattern.compile("<label[^>]* for=\"([^\"]+)\""), page))
                .containsExactlyInAnyOrderElementsOf(inputs);
        assertThat(page)
                .contains("type=\"tel\"", "inputmode=\"tel\"", "autocomplete=\"tel\"", "autocomplete=\"name\"")
                .contains(
                        "inputmode=\"numeric\"",
                        "autocomplete=\"postal-code\"",
                        "autocomplete=\"email\"",
                        " novalidate");
    }

    @Test
    void helpInACrisisStandsBesideTheFreeText() {
        String besides = browser.get(PATH).body().split("<textarea", 2)[1];

        assertThat(besides)
                .contains(
                        "id=\"message-crisis\"", "In a crisis call or text 988", "href=\"tel:988\"", "href=\"sms:988\"")
                .contains("href=\"tel:911\"");
        assertThat(browser.get(PATH + "?lang=es").body().split("<textarea", 2)[1])
                .contains("Llamar al 988");
    }

    @Test
    void nothingComesFromAnotherHost() {
        for (String path : List.of(PATH, PATH + "?lang=es", "/receipts/CL0123", "/nothing")) {
            List<String> addresses = all(
                    Pattern.compile("(?:href|src|action)=\"([^\"]*)\""),
                    browser.get(path).body());
            assertThat(addresses).isNotEmpty().allMatch(address -> address.matches("(/(?!/)|#|tel:|sms:|data:,).*"));
        }
    }

    @Test
    void theLookIsTheClinicsOwn() {
        HttpResponse<String> look = browser.get(PATH + "/look.css");
        String tag = look.headers().firstValue("ETag").orElseThrow();

        assertThat(look.headers().firstValue("Content-Type")).contains("text/css;charset=UTF-8");
        assertThat(look.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(look.body()).contains("--accent:#1f5f5b", "prefers-color-scheme:dark");
        assertThat(browser.get(PATH).body()).contains("href=\"/forms/consultation/look.css\"", "Harbor Light Clinic");
        assertThat(browser.send(browser.to(PATH + "/look.css").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(browser.get("/forms/nobody/look.css").statusCode()).isEqualTo(404);
        assertThat(browser.get("/webform.css").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void bothLanguagesAreInSight() {
        assertThat(browser.get(PATH).body())
                .containsPattern("<span class=\"tongue\" aria-current=\"true\" lang=\"en\">English")
                .containsPattern(
                        "<button class=\"tongue\"[^>]*form=\"inquiry\" name=\"show\" value=\"es\"[^>]*>Español");
    }

    @Test
    void theOtherLanguageKeepsWhatWasTypedAndSendsNothing() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);

        HttpResponse<String> page = browser.postForm(
                PATH, "token=" + token + "&lang=en&language=en&phone=12&name=Maya&message=Hi&consent.call=on&show=es");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(token(page)).isEqualTo(token);
        assertThat(page.body())
                .contains("<html lang=\"es\">", "value=\"Maya\"", "value=\"12\"", ">Hi</textarea>")
                .contains("name=\"show\" value=\"en\"", "Continue in English")
                .containsPattern("id=\"consent.call\"[^>]*checked")
                .containsPattern("<option value=\"es\"[^>]*selected")
                .doesNotContain("role=\"alert\"");
        assertThat(behind.inbox).isEmpty();
        assertThat(browser.postForm(PATH, "token=" + token + MAYA + "&show=fr").statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoeverIsNotAskedIsAnsweredInTheLanguageTheyRead() {
        String token = token(browser.get(PATH + "?lang=es"));
        clock.advance(A_MINUTE);

        browser.postForm(PATH, "token=" + token + MAYA.replace("&language=es", "") + "&lang=es");

        assertThat(behind.onlyInquiry().details().language()).isEqualTo(new Language("es"));
    }

    @Test
    void theVersionOfTheWordsThatWereReadIsKept() {
        String token = token(browser.get(PATH));
        clock.advance(A_MINUTE);

        browser.postForm(PATH, "token=" + token + MAYA + "&consent.version=2026-10");

        assertThat(behind.onlyInquiry().details().consent())
                .isEqualTo(new ConsentGiven(true, false, false, false, "2026-10"));
    }

    @Test
    void nobodyConsentsToWordsTheyHaveNotRead() {
        String faulty = "token=" + token(browser.get(PATH)) + "&phone=12&consent.text=on&consent.version=";

        assertThat(browser.postForm(PATH, faulty + "2026-11").body())
                .containsPattern("id=\"consent.text\"[^>]*checked");
        assertThat(browser.postForm(PATH, faulty + "2026-10").body())
                .contains("name=\"consent.version\" value=\"2026-11\"")
                .doesNotContainPattern("id=\"consent.text\"[^>]*checked");
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
                .contains("We have your request", "A coordinator will get back to you", "CL01</span><span>23", "988")
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

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
