package org.careline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.careline.web.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others do meanwhile, through the API. */
record FrontOffice(Browser http) {

    private static final List<String> EVERYBODY = List.of("ana", "ben", "cleo");
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Somebody asks, once however often this is said; returns the id of their lead. */
    String asked(String json) {
        HttpResponse<String> answer =
                http.postJson("/api/v1/inquiries", json, "Idempotency-Key", Integer.toHexString(json.hashCode()));
        String receipt = read(answer).get("receipt").asString();
        return eventually(
                        "/api/v1/inquiries/" + receipt,
                        status -> !status.get("leadId").isNull())
                .get("leadId")
                .asString();
    }

    /** Nobody is given a lead until they are back. */
    void everybodyIsAway() {
        EVERYBODY.forEach(id -> say(id, "away"));
    }

    void everybodyIsHere() {
        EVERYBODY.forEach(id -> say(id, "here"));
    }

    /** A colleague writes a note. */
    void noteBy(String id, String lead, String text) {
        done(id, lead, "notes", ", \"note\": \"" + text + "\"");
    }

    /** A colleague takes it. */
    void claimedBy(String id, String lead) {
        done(id, lead, "claim", "");
    }

    private void done(String id, String lead, String what, String more) {
        String path = "/api/v1/leads/" + lead + "/" + what;
        assertThat(http.postJson(path, "{\"coordinator\": \"" + id + "\"" + more + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** A lead, as soon as it is like this. */
    JsonNode lead(String id, Predicate<JsonNode> expected) {
        return eventually("/api/v1/leads/" + id, expected);
    }

    private void say(String id, String state) {
        assertThat(http.postJson("/api/v1/coordinators/" + id + "/presence", "{\"state\": \"" + state + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode eventually(String path, Predicate<JsonNode> expected) {
        return Awaitility.await(path)
                .atMost(SOON)
                .until(
                        () -> http.getWithToken(path),
                        answer -> answer.statusCode() == 200 && expected.test(read(answer)))
                .body()
                .transform(JsonMapper.shared()::readTree);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
