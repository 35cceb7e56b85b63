package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.careline.web.Browser;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the doors for work on a lead refuse; what they do is seen in a clinic's day. */
@Doors
class WorkTests {

    private static final String NOBODYS = "/api/v1/leads/0123456789abcdef01234567";

    private final Browser browser;

    @Autowired
    WorkTests(@LocalServerPort int port) {
        this.browser = new Browser(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            claim       | {}                                                          | coordinator
            claim       | {"coordinator": "nobody"}                                   | coordinator
            claim       | {"coordinator": "ana", "more": "x"}                         | more
            notes       | {"coordinator": "ana"}                                      | note
            notes       | {"coordinator": "ana", "note": "  "}                        | note
            close       | {"coordinator": "ana"}                                      | reason
            close       | {"coordinator": "ana", "reason": "BORED"}                   | reason
            disposition | {"coordinator": "ana"}                                      | outcome
            disposition | {"coordinator": "ana", "outcome": "SHOUTED"}                | outcome
            disposition | {"coordinator": "ana", "outcome": "BAD_TIME", "at": "noon"} | at
            safety      | {"coordinator": "ana", "over": true}                        | reason
            safety      | {"coordinator": "ana", "over": true, "reason": " "}         | reason
            safety      | {"coordinator": "ana", "reason": "safe"}                    | over
            safety      | {"coordinator": "ana", "over": false, "reason": "safe"}     | over
            safety      | {"coordinator": "ana", "over": "true", "reason": "safe"}    | over
            safety      | {"over": true, "reason": "safe"}                            | coordinator
            notes       | {"coordinator": "ana", "note": true}                        | note
            """)
    void whatIsMissingOrWrongIsNamed(String act, String body, String field) {
        HttpResponse<String> answer = browser.postJson(NOBODYS + "/" + act, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode errors = JsonMapper.shared().readTree(answer.body()).get("errors");
        assertThat(errors.valueStream().map(fault -> fault.get("field").stringValue()))
                .containsExactly(field);
    }

    @Test
    void aLeadThatIsNoneIsMissing() {
        for (String lead : List.of(NOBODYS, "/api/v1/leads/x")) {
            assertThat(browser.postJson(lead + "/claim", "{\"coordinator\": \"ana\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.postJson(lead + "/close", "{\"coordinator\": \"ana\", \"reason\": \"COST\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoeverShowsNoTokenLearnsNothing() {
        assertThat(browser.postForm(NOBODYS + "/claim", "x=1").statusCode()).isEqualTo(401);
    }
}
