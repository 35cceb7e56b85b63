package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Lead;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.careline.web.Browser;
import org.careline.web.DoorFakes;
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
    private final DoorFakes behind;

    @Autowired
    WorkTests(DoorFakes behind, @LocalServerPort int port) {
        this.behind = behind;
        this.browser = new Browser(port);
    }

    @Test
    void aNoteIsKeptOnceThoughItIsSentAgainUnderItsKey() {
        Lead lead = Lead.openedBy(Contacts.of(
                new SourceId("form:a"),
                MovableClock.MONDAY_NINE,
                MovableClock.MONDAY_NINE.plus(Lead.FIRST_RESPONSE),
                new Person(Set.of(), Set.of(new PhoneNumber("+13055550123")), Set.of(), null),
                Map.of(),
                null,
                true));
        behind.forget();
        behind.put(lead);
        String notes = "/api/v1/leads/" + lead.id() + "/notes";

        for (int time = 0; time < 2; time++) {
            browser.postJson(notes, "{\"coordinator\": \"ana\", \"note\": \"first\"}", "Idempotency-Key", "one");
            browser.postJson(notes, "{\"coordinator\": \"ana\", \"note\": \"second\"}", "Idempotency-Key", "one");
        }
        HttpResponse<String> wrong = browser.postJson(
                notes, "{\"coordinator\": \"ana\", \"note\": \"x\"}", "Idempotency-Key", "k".repeat(256));

        assertThat(behind.acts.values()).extracting(CoordinatorAct::note).containsExactlyInAnyOrder("first", "second");
        assertThat(behind.readers).containsExactly(new Actor.Client("api-token").actingFor(new CoordinatorId("ana")));
        assertThat(wrong.statusCode()).isEqualTo(400);
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
