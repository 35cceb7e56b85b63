package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.careline.web.RawRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

    private static final String LEAD = "/console/leads/0123456789abcdef01234567";

    private final MovableClock clock;
    private final int port;
    private final Visitor visitor;

    @Autowired
    SignInTests(DoorFakes behind, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        this.clock = clock;
        this.port = port;
        this.visitor = new Visitor(port);
        clock.advance(LoginAttempts.WITHIN);
    }

    @ParameterizedTest
    @CsvSource({
        "/console,/login",
        "/console/queue,/login",
        "/console/queue?view=mine,/login?to=/console/queue%3Fview%3Dmine",
        "/console/queue?view=%2F%2Fevil,/login",
        "/console/nothing,/login",
        "/console/leads/0123456789abcdef01234567,/login?to=/console/leads/0123456789abcdef01234567",
    })
    void whoeverIsSignedOutIsAskedToSignIn(String path, String login) {
        HttpResponse<String> answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(login);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("careline-session"));
    }

    @Test
    void streamAndPartsOfPagesSaySoWithoutAPage() {
        HttpResponse<String> part = visitor.get("/console/queue", "HX-Request", "true");

        assertThat(visitor.get("/console/events").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/console/ping").statusCode()).isEqualTo(401);
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/login");
        assertThat(part.body()).isEmpty();
    }

    @Test
    void aCoordinatorSignsInAndOut() {
        HttpResponse<String> entered = visitor.signIn(" Ana ", Doors.PASSWORD);
        HttpResponse<String> queue = visitor.get("/console/queue");

        assertThat(entered.headers().firstValue("Location")).contains("/console/queue");
        assertThat(entered.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("careline-session"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(queue.statusCode()).isEqualTo(200);
        assertThat(queue.body()).contains("Ana Reyes", "Sign out");

        assertThat(visitor.post("/logout", Map.of()).headers().firstValue("Location"))
                .contains("/login?out");
        assertThat(visitor.get("/console/queue").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/login?out").body()).contains("You are signed out.");
    }

    @Test
    void theLeadThatWasAskedForComesAfterwards() {
        String login = visitor.get("/login?to=" + LEAD).body();

        assertThat(login).contains("value=\"" + LEAD + "\"");
        assertThat(visitor.post("/login", Map.of("username", "ana", "password", Doors.PASSWORD, "to", LEAD))
                        .headers()
                        .firstValue("Location"))
                .contains(LEAD);
    }

    @Test
    void theViewThatWasAskedForComesAfterwards() {
        HttpResponse<String> asked = visitor.get("/console/queue?view=mine");
        assertThat(visitor.follow(asked).body()).contains("value=\"/console/queue?view=mine\"");

        Map<String, String> entering =
                Map.of("username", "ana", "password", Doors.PASSWORD, "to", "/console/queue?view=mine");
        assertThat(visitor.post("/login", entering).headers().firstValue("Location"))
                .contains("/console/queue?view=mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/console/queue?view=//elsewhere.example",
                "/console/leads/x",
                "/console/queue/.."
            })
    void noOtherPlaceComesAfterwards(String to) {
        visitor.get("/login");

        assertThat(visitor.post("/login", Map.of("username", "ana", "password", Doors.PASSWORD, "to", to))
                        .headers()
                        .firstValue("Location"))
                .contains("/console/queue");
    }

    @ParameterizedTest
    @CsvSource({
        "ana,x",
        "nobody," + Doors.PASSWORD,
        "ana," + Doors.TOKEN,
        "api," + Doors.TOKEN,
        "'',''",
    })
    void anybodyElseStaysOutside(String id, String password) {
        HttpResponse<String> answer = visitor.signIn(id, password);

        assertThat(answer.headers().firstValue("Location")).contains("/login?wrong");
        assertThat(visitor.get("/login?wrong").body()).contains("Name or password is not right.");
        assertThat(visitor.get("/console/queue").statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverGuessesIsSlowedDown(CapturedOutput output) {
        for (int guess = 0; guess < LoginAttempts.MOST; guess++) {
            visitor.signIn("cleo", "guess-" + guess);
        }

        assertThat(visitor.signIn("cleo", Doors.PASSWORD).headers().firstValue("Location"))
                .contains("/login?wait");
        assertThat(visitor.get("/login?wait").statusCode()).isEqualTo(429);
        assertThat(visitor.signIn("ana", Doors.PASSWORD).headers().firstValue("Location"))
                .contains("/console/queue");
        assertThat(output).contains("Too many attempts to sign in").doesNotContain("guess-", "cleo");

        clock.advance(LoginAttempts.WITHIN.plus(Duration.ofSeconds(1)));
        assertThat(visitor.signIn("cleo", Doors.PASSWORD).headers().firstValue("Location"))
                .contains("/console/queue");
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        Visitor ana = Visitor.signedIn(port, "ana");

        assertThat(ana.postWithoutToken(LEAD + "/claim", Map.of()).statusCode()).isEqualTo(403);
        assertThat(ana.postWithoutToken("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(ana.get("/console/queue").statusCode()).isEqualTo(200);
    }

    @Test
    void aStrangerLocksNobodyOutWhoHasSignedInWithThisBrowser(CapturedOutput output) {
        visitor.signIn("cleo", Doors.PASSWORD);
        visitor.post("/logout", Map.of());
        Visitor stranger = new Visitor(port);
        for (int guess = 0; guess <= LoginAttempts.MOST; guess++) {
            stranger.signIn("cleo", "guess-" + guess);
        }

        assertThat(said(stranger.signIn("Cleo ", Doors.PASSWORD))).isEqualTo("/login?wait");
        assertThat(said(visitor.signIn("Cleo ", Doors.PASSWORD))).isEqualTo("/console/queue");
        assertThat(output).doesNotContain("guess-");
    }

    @Test
    void aKnownBrowserIsNotGivenGuessesWithoutEnd() {
        visitor.signIn("cleo", Doors.PASSWORD);
        for (int guess = 0; guess < LoginAttempts.MOST; guess++) {
            visitor.signIn("cleo", "guess-" + guess);
        }

        assertThat(said(visitor.signIn("cleo", Doors.PASSWORD))).isEqualTo("/login?wait");
    }

    @Test
    void whatABrowserIsKnownByTellsNoNameAndIsGoodForNoOther() {
        HttpResponse<String> entered = visitor.signIn("cleo", Doors.PASSWORD);
        String known = visitor.cookie(KnownBrowsers.COOKIE);
        Visitor thief = new Visitor(port);
        thief.setCookie(KnownBrowsers.COOKIE, known);
        for (int guess = 0; guess < LoginAttempts.MOST; guess++) {
            new Visitor(port).signIn("ben", "guess-" + guess);
        }

        assertThat(entered.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(KnownBrowsers.COOKIE))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/login")
                .doesNotContain("cleo");
        assertThat(said(thief.signIn("ben", Doors.PASSWORD))).isEqualTo("/login?wait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleo", "nobody", "../cleo", "maya@example.org"})
    void knownAndUnknownNamesAreAnsweredAlike(String name, CapturedOutput output) {
        for (int guess = 0; guess < LoginAttempts.MOST; guess++) {
            assertThat(said(visitor.signIn(name, "x"))).isEqualTo("/login?wrong");
        }

        assertThat(said(visitor.signIn(name, "x"))).isEqualTo("/login?wait");
        assertThat(said(visitor.signIn(name + "-other", "x"))).isEqualTo("/login?wrong");
        assertThat(output).doesNotContain("maya@", "../cleo");
    }

    @Test
    void allStrangersTogetherAreSlowedDown() {
        Visitor known = Visitor.signedIn(port, "ana");
        for (int guess = 0; guess < LoginAttempts.MOST_OF_STRANGERS; guess++) {
            visitor.signIn("name-" + guess, "x");
        }

        assertThat(said(visitor.signIn("another", "x"))).isEqualTo("/login?wait");
        assertThat(said(known.signIn("ana", Doors.PASSWORD))).isEqualTo("/console/queue");
    }

    @Test
    void theSignInSpeaksToACoordinator() {
        assertThat(visitor.get("/login").body())
                .contains("The short name that your clinic gave you")
                .doesNotContain(".yaml");
    }

    @Test
    void whoeverOnlyLooksAtTheSignInGetsNoCookie() {
        assertThat(visitor.get("/login").headers().allValues("Set-Cookie")).isEmpty();
    }

    private static String said(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void neitherDoorKnowsTheOthersKey() {
        Visitor ana = Visitor.signedIn(port, "ana");

        assertThat(ana.get("/api/v1/queue").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/console/queue", "Authorization", "Bearer " + Doors.TOKEN)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    @Holds(Promise.P10)
    void pagesAreStrictAndKeptByNobody() {
        Visitor ana = Visitor.signedIn(port, "ana");

        for (HttpResponse<String> answer : List.of(visitor.get("/login"), ana.get("/console/queue"), ana.get(LEAD))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none';"
                            + " frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.body()).doesNotContain("style=\"", "onclick", "http://", "https://");
        }
    }

    @Test
    void everythingAPageNeedsIsHere() {
        String page = visitor.get("/login").body();
        List<String> needed = Pattern.compile("(?:src|href)=\"(/console-assets/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(needed).hasSize(3);
        assertThat(needed).allSatisfy(path -> {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login?to=%zz HTTP/1.1",
                "GET /login?wait=%ff&to=%00 HTTP/1.1",
                "POST /login?username=%zz HTTP/1.1",
                "GET /console/queue?after=%zz HTTP/1.1",
                "GET /console//queue HTTP/1.1",
                "GET /console/leads/..;/x HTTP/1.1",
            })
    void oddRequestsAreOrdinaryFaults(String line) {
        String answer = RawRequest.send(port, line, "Content-Length: 0");

        assertThat(RawRequest.status(answer)).as(answer).isIn(200, 302, 400, 429);
        assertThat(answer).doesNotContain("Exception", "at org.", "Apache Tomcat");
    }
}
