package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.CoordinatorId;
import org.careline.staff.Presence;
import org.careline.staff.Presence.State;
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
class CoordinatorTests {

    private static final String LIST = "/api/v1/coordinators";
    private static final String ANAS = LIST + "/ana/presence";
    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final Instant NOW = MovableClock.MONDAY_NINE;
    private static final String ANA_HERE = "{\"id\":\"ana\",\"name\":\"Ana Reyes\",\"languages\":[\"en\",\"es\"],"
            + "\"onShift\":true,\"presence\":{\"state\":\"here\",\"until\":null}}";

    private final DoorFakes behind;
    private final Browser browser;

    @Autowired
    CoordinatorTests(DoorFakes behind, @LocalServerPort int port) {
        this.behind = behind;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void forget() {
        behind.forget();
    }

    @Test
    void coordinatorsAreListedWithoutTheirPhones() {
        HttpResponse<String> answer = browser.getWithToken(LIST);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).startsWith("{\"items\":[" + ANA_HERE + ",").endsWith("],\"next\":null}");
        assertThat(answer.body()).doesNotContain("555");
        assertThat(ids(answer)).containsExactly("ana", "ben", "cleo");
    }

    @Test
    void theListPagesInTheOrderOfTheFile() {
        HttpResponse<String> first = browser.getWithToken(LIST + "?limit=2");
        String next = JsonMapper.shared().readTree(first.body()).get("next").stringValue();
        HttpResponse<String> second = browser.getWithToken(LIST + "?limit=2&cursor=" + next);

        assertThat(ids(first)).containsExactly("ana", "ben");
        assertThat(ids(second)).containsExactly("cleo");
        assertThat(second.body()).endsWith("\"next\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onShift=true", "limit=0", "limit=201", "cursor=x", "limit=1&limit=2"})
    void aParameterThatCannotBeUsedIsRefused(String query) {
        assertThat(browser.getWithToken(LIST + "?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void whatWasSaidIsShownAsLongAsItCounts() {
        behind.said.put(ANA, new Presence(ANA, 1, State.AWAY, NOW.minusSeconds(60), NOW.plusSeconds(60)));
        assertThat(browser.getWithToken(LIST).body())
                .contains("\"presence\":{\"state\":\"away\",\"until\":\"2026-11-23T14:01:00.123Z\"}");

        behind.said.put(ANA, new Presence(ANA, 1, State.AWAY, NOW.minusSeconds(60), NOW));
        assertThat(browser.getWithToken(LIST).body()).contains(ANA_HERE);
    }

    @Test
    void whoeverIsOffShiftIsShownAsThat() {
        Coordinator ben =
                new Coordinator("ben", "Ben Carter", "+13055550112", Set.of("en"), Set.of(), 1, 40, List.of());

        assertThat(CoordinatorOut.of(ben, false, Optional.empty(), NOW).onShift())
                .isFalse();
    }

    @Test
    void aCoordinatorPausesForAsLongAsTheySay() {
        HttpResponse<String> answer = browser.postJson(ANAS, "{\"state\": \"paused\", \"for\": \"PT15M\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo(ANA_HERE.replace(
                        "{\"state\":\"here\",\"until\":null}",
                        "{\"state\":\"paused\",\"until\":\"2026-11-23T14:15:00.123Z\"}"));
        assertThat(behind.said)
                .containsExactly(entry(ANA, new Presence(ANA, 1, State.PAUSED, NOW, NOW.plus(Duration.ofMinutes(15)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"state": "away"}                   | away   | PT8H
            {"state": "paused", "for": null}    | paused | PT30M
            {"state": "away", "for": "PT24H"}   | away   | PT24H
            {"state": "away", "for": "P1D"}     | away   | PT24H
            {"state": "paused", "for": "PT1S"}  | paused | PT1S
            """)
    void withoutALengthAStateLastsAsUsual(String body, String state, Duration lasts) {
        JsonNode presence = JsonMapper.shared()
                .readTree(browser.postJson(ANAS, body).body())
                .get("presence");

        assertThat(presence.get("state").stringValue()).isEqualTo(state);
        assertThat(presence.get("until").stringValue())
                .isEqualTo(NOW.plus(lasts).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"state\": \"here\"}", "{\"state\": \"here\", \"for\": \"PT30M\"}"})
    void whoeverIsBackIsHere(String body) {
        browser.postJson(ANAS, "{\"state\": \"away\"}");

        assertThat(browser.postJson(ANAS, body).body()).isEqualTo(ANA_HERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Ana", "ana%20", "an"})
    void whoeverDoesNotWorkHereIsNotFound(String id) {
        HttpResponse<String> answer = browser.postJson(LIST + "/" + id + "/presence", "{\"state\": \"away\"}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(behind.said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                          | state required
            {"for": "PT1M"}                             | state required
            {"state": null}                             | state required
            {"state": "gone"}                           | state unknown_value
            {"state": "AWAY"}                           | state unknown_value
            {"state": ""}                               | state unknown_value
            {"state": 1}                                | state wrong_type
            {"state": ["away"]}                         | state wrong_type
            {"state": "away", "for": "30 minutes"}      | for invalid
            {"state": "away", "for": ""}                | for invalid
            {"state": "away", "for": "PT0S"}            | for invalid
            {"state": "away", "for": "-PT30M"}          | for invalid
            {"state": "away", "for": "PT24H0.001S"}     | for invalid
            {"state": "away", "for": "PT99999999999999999999H"} | for invalid
            {"state": "away", "for": 30}                | for wrong_type
            {"state": "away", "until": "2026"}          | until unknown_field
            {"state": "away", "a@b.example": "x"}       | ? unknown_field
            {"state": "x", "for": "x", "who": "x"}      | who unknown_field, state unknown_value, for invalid
            []                                          | ' wrong_type'
            "away"                                      | ' wrong_type'
            null                                        | ' wrong_type'
            """)
    void allFaultsComeAtOnce(String body, String faults) {
        HttpResponse<String> answer = browser.postJson(ANAS, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(String.join(", ", faults(answer))).isEqualTo(faults);
        assertThat(behind.said).isEmpty();
    }

    @Test
    void aFaultSaysWhatIsExpected() {
        JsonNode fault = JsonMapper.shared()
                .readTree(browser.postJson(ANAS, "{\"state\": \"away\", \"for\": \"xyzzy\"}")
                        .body())
                .get("errors")
                .get(0);

        assertThat(fault.get("message").stringValue()).isEqualTo("The value cannot be read.");
        assertThat(fault.get("expected").stringValue()).contains("PT30M", "PT24H");
        assertThat(fault.toString()).doesNotContain("xyzzy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"state\": \"away\", \"state\": \"here\"}", "{\"state\": \"away\"} {}", "state=away"})
    void whatIsNoJsonCannotBeParsed(String body) {
        assertThat(browser.postJson(ANAS, body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,415",
        "application/json;charset=iso-8859-1,415",
        "application/json;charset=utf-8,200",
    })
    void onlyJsonIsTaken(String type, int status) {
        assertThat(browser.send(browser.withToken(ANAS)
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString("{\"state\": \"away\"}")))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aBodyOfMoreThan64kBIsRefused() {
        assertThat(browser.postJson(ANAS, "{\"state\": \"" + "x".repeat(65_536) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void presenceIsSaidAndNotRead() {
        HttpResponse<String> answer = browser.getWithToken(ANAS);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void withTheStoreDownNobodyIsTold() {
        behind.down = true;

        for (HttpResponse<String> answer :
                List.of(browser.getWithToken(LIST), browser.postJson(ANAS, "{\"state\": \"away\"}"))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    private static List<String> ids(HttpResponse<String> answer) {
        List<String> ids = new ArrayList<>();
        JsonMapper.shared()
                .readTree(answer.body())
                .get("items")
                .forEach(one -> ids.add(one.get("id").stringValue()));
        return ids;
    }

    private static List<String> faults(HttpResponse<String> answer) {
        List<String> faults = new ArrayList<>();
        JsonMapper.shared()
                .readTree(answer.body())
                .get("errors")
                .forEach(fault -> faults.add(fault.get("field").stringValue() + " "
                        + fault.get("code").stringValue()));
        return faults;
    }
}
