package org.careline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Doors
@ExtendWith(OutputCaptureExtension.class)
class DoorSecurityTests {

    /** The console has it under an address of its own. */
    private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final String SECRET = "Authorization: Bearer " + Doors.TOKEN;

    private final int port;
    private final Browser browser;

    @Autowired
    DoorSecurityTests(DoorFakes behind, @LocalServerPort int port) {
        behind.forget();
        this.port = port;
        this.browser = new Browser(port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/leads",
        "GET,/api/v1/nothing",
        "GET,/api/",
        "GET,/api",
        "DELETE,/api/v1/leads",
        "OPTIONS,/api/v1/leads",
        "HEAD,/api/v1/queue",
        "POST,/api/v1/inquiries",
        "GET,/api/v1/coordinators",
        "POST,/api/v1/coordinators/ana/presence",
        "POST,/api/v1/coordinators/nobody/presence",
        "DELETE,/api/v1/coordinators/ana/presence",
        "GET,/actuator/prometheus",
        "POST,/actuator/prometheus",
        "GET,/actuator/prometheus/x",
    })
    void withoutATokenNothingElseIsSaid(String method, String path) {
        HttpResponse<String> answer = browser.send(browser.to(path)
                .header("Content-Type", "text/plain")
                .method(method, BodyPublishers.ofString(method.equals("POST") ? "x".repeat(70_000) : "")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer " + Doors.TOKEN + "x",
                "Basic " + Doors.TOKEN,
                Doors.TOKEN,
                "Bearer\t" + Doors.TOKEN + " " + Doors.TOKEN,
            })
    void anotherTokenIsNone(String header) {
        assertThat(browser.send(browser.to("/api/v1/queue").header("Authorization", header))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSchemesCaseDoesNotMatter() {
        assertThat(browser.send(browser.to("/api/v1/queue").header("Authorization", "bearer " + Doors.TOKEN))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void withTheTokenPathAndMethodAreJudged() {
        assertProblem(browser.getWithToken("/api/v1/nothing"), 404);
        assertProblem(browser.getWithToken("/api/v1/leads/"), 404);
        HttpResponse<String> wrongMethod =
                browser.send(browser.withToken("/api/v1/inquiries").DELETE());
        assertProblem(wrongMethod, 405);
        assertThat(wrongMethod.headers().firstValue("Allow").orElse("")).contains("POST", "GET");
        assertProblem(browser.send(browser.withToken("/api/v1/queue").header("Accept", "application/xml")), 406);
    }

    @Test
    void aBrowsersAcceptGetsJson() {
        HttpResponse<String> answer = browser.send(browser.withToken("/api/v1/queue")
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void healthIsOpenAndMetricsAreNot() {
        assertThat(browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(browser.getWithToken("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/logins", "/forms", "/receipts", "/webform.css/x", HTMX})
    void anUnknownPathIsNotFoundWithoutALogin(String path) {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("There is no such page", "988");
    }

    @Test
    void pagesMayNotBeFramedAndTellNothing() {
        for (String path : List.of("/forms/consultation", "/nothing", "/webform.css")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(answer.headers().map())
                    .doesNotContainKeys("set-cookie", "access-control-allow-origin", "server");
        }
    }

    @Test
    void noForeignOriginIsLetIn() {
        HttpResponse<String> answer = browser.send(browser.to("/forms/consultation")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /forms//consultation HTTP/1.1",
                "GET /forms/a%2fb HTTP/1.1",
                "GET /forms/a;b=c HTTP/1.1",
                "GET /forms/..%2fx HTTP/1.1",
                "GET /forms/%00 HTTP/1.1",
                "GET /forms/%zz HTTP/1.1",
                "GET /api/v1//leads HTTP/1.1",
                "PROPFIND /forms/consultation HTTP/1.1",
                "GET /forms/consultation?a=%zz&lang=% HTTP/1.1",
                "POST /forms/consultation?a=%zz HTTP/1.1",
            })
    void oddRequestsAreOrdinaryFaults(String line) {
        String answer = RawRequest.send(port, line, SECRET, "Content-Length: 0");

        assertThat(RawRequest.status(answer)).as(answer).isIn(200, 400, 404, 405, 415);
        assertThat(answer).doesNotContain("Exception", "at org.", "Apache Tomcat");
    }

    @Test
    void oddHeadersAreOrdinaryFaults() {
        String odd = RawRequest.send(port, "GET /api/v1/queue HTTP/1.1", SECRET, "Accept: \u0085", "X: \u00ff\u0080");
        String key = RawRequest.send(
                port,
                "POST /api/v1/inquiries HTTP/1.1",
                SECRET,
                "Content-Type: application/json",
                "Content-Length: 0",
                "Idempotency-Key: caf\u00e9");

        assertThat(RawRequest.status(odd)).as(odd).isIn(200, 400, 406);
        assertThat(RawRequest.status(key)).isEqualTo(400);
        assertThat(key).contains("Idempotency-Key");
        assertThat(RawRequest.status(
                        RawRequest.send(port, "GET /api/v1/queue HTTP/1.1", "Authorization: Bearer \u0085\u00ff")))
                .isIn(400, 401);
        assertThat(RawRequest.status(
                        RawRequest.send(port, "GET /forms/consultation HTTP/1.1", "Accept-Language: ;;q=x,\u00ff,-")))
                .isEqualTo(200);
    }

    @Test
    void aMalformedChunkIsABadRequest() {
        for (String path : List.of("/api/v1/inquiries", "/forms/consultation")) {
            String type = path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
            String answer = RawRequest.send(
                    port,
                    "POST " + path + " HTTP/1.1",
                    SECRET,
                    "Content-Type: " + type,
                    "Transfer-Encoding: chunked",
                    "Host: localhost",
                    "Connection: close",
                    "",
                    "xyz",
                    "");
            assertThat(RawRequest.status(answer)).as(answer).isEqualTo(400);
        }
    }

    @Test
    @Holds(Promise.P10)
    void nothingTypedIsLogged(CapturedOutput output) {
        String marker = "zebra-crossing";
        browser.get("/forms/consultation?utm_source=" + marker + "&x=%c3%28");
        browser.postForm("/forms/consultation", "name=" + marker + "&phone=" + marker + "&message=" + marker);
        browser.postForm("/forms/consultation", "name=" + marker + "%");
        browser.postJson("/api/v1/inquiries", "{\"name\": \"" + marker + "\", \"" + marker + "\": 1, \"phone\": 1}");
        browser.postJson("/api/v1/inquiries", "{\"name\": \"" + marker);
        browser.postJson("/api/v1/coordinators/ana/presence", "{\"state\": \"" + marker + "\", \"for\": \"" + marker);
        browser.postJson("/api/v1/coordinators/ana/presence", "{\"" + marker + "\": \"" + marker + "\"}");
        browser.getWithToken("/api/v1/leads?email=" + marker + "@example.org&" + marker + "=1");

        assertThat(output.getAll()).doesNotContain(marker);
    }

    @Test
    void noPasswordIsMadeUp(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain("generated security password");
    }

    @Test
    void theApiDescribesItselfToAll() {
        HttpResponse<String> answer = browser.get("/v3/api-docs");
        JsonNode description = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(description.get("openapi").stringValue()).startsWith("3.");
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/assignment/preview",
                        "/api/v1/coordinators",
                        "/api/v1/coordinators/{id}/presence",
                        "/api/v1/inquiries",
                        "/api/v1/inquiries/{receipt}",
                        "/api/v1/inquiries/{receipt}/replay",
                        "/api/v1/leads",
                        "/api/v1/leads/{id}",
                        "/api/v1/leads/{id}/claim",
                        "/api/v1/leads/{id}/close",
                        "/api/v1/leads/{id}/disposition",
                        "/api/v1/leads/{id}/notes",
                        "/api/v1/leads/{id}/safety",
                        "/api/v1/queue",
                        "/api/v1/recordings/{id}",
                        "/api/v1/telephony/drift",
                        "/api/v1/telephony/fallback-goodbye.xml",
                        "/api/v1/telephony/fallback.xml");
        JsonNode presence = description.at("/components/schemas/PresenceIn");
        assertThat(presence.get("properties").propertyNames()).containsExactlyInAnyOrder("state", "for");
        JsonNode post = description.at("/paths/~1api~1v1~1inquiries/post");
        assertThat(post.get("responses").propertyNames()).contains("202", "400", "401", "413", "415", "422", "503");
        assertThat(post.at("/requestBody/content/application~1json/schema").isMissingNode())
                .isFalse();
        assertThat(description
                        .at("/paths/~1api~1v1~1leads/get/parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").stringValue()))
                .containsExactlyInAnyOrder("phone", "email", "stage", "owner", "limit", "cursor");
        assertThat(description.at("/components/securitySchemes").size()).isEqualTo(1);
    }

    @Test
    void theDescriptionIsTheSameBytesForAllAndHasNothingOfARequest() {
        HttpResponse<String> first = browser.get("/v3/api-docs");
        String other = RawRequest.send(port, "GET /v3/api-docs HTTP/1.1", "X-Forwarded-Host: evil.example");

        assertThat(other).endsWith(first.body());
        assertThat(first.body()).doesNotContain("localhost", "evil.example", Integer.toString(port));
        assertThat(browser.get("/v3/api-docs.yaml").statusCode()).isEqualTo(404);
    }

    @Test
    void theActuatorListsNothing() {
        assertThat(browser.get("/actuator").statusCode()).isEqualTo(404);
    }

    @Test
    void aTypeThatOnlyBeginsLikeAFormIsNone() {
        HttpResponse<String> answer = browser.send(browser.to("/forms/consultation")
                .header("Content-Type", "application/x-www-form-urlencodedevil")
                .POST(BodyPublishers.ofString("name=Maya")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).get("status").intValue())
                .isEqualTo(status);
    }
}
