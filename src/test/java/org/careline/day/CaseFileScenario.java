package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a lead knows of the person and of each call, as whoever works on it reads it. */
class CaseFileScenario extends ClinicDay {

    @Test
    void whatSomebodyAskedForReachesTheirLeadAndStaysThroughAMerge() {
        String byPhone = desk.ask("{\"phone\": \"(305) 555-0141\", \"name\": \"Lena Cruz\", \"zip\": \"33101\","
                + " \"forWhom\": \"other\", \"dateOfBirth\": \"1990-04-02\", \"language\": \"es\","
                + " \"bestTimes\": [\"weekday-evening\"], \"message\": \"Llame por la tarde\","
                + " \"consent\": {\"call\": true, \"text\": true, \"version\": \"2026-11\"},"
                + " \"attribution\": {\"utm_source\": \"newsletter\"}}");
        desk.leadOf(byPhone);
        clock.advance(Duration.ofMinutes(1));
        desk.leadOf(desk.ask("{\"email\": \"lena@example.org\", \"name\": \"Lena Cruz\","
                + " \"consent\": {\"voicemail\": true, \"version\": \"2026-12\"}}"));

        JsonNode lead = desk.leadOf(
                desk.ask("{\"phone\": \"(305) 555-0141\", \"email\": \"lena@example.org\", \"name\": \"Lena Cruz\"}"));

        JsonNode request = lead.get("request");
        assertThat(lead.get("touches")).hasSize(3);
        assertThat(request.get("zip").asString()).isEqualTo("33101");
        assertThat(request.get("forWhom").asString()).isEqualTo("other");
        assertThat(request.get("dateOfBirth").asString()).isEqualTo("1990-04-02");
        assertThat(request.get("language").asString()).isEqualTo("es");
        assertThat(request.get("bestTimes").toString()).isEqualTo("[\"weekday-evening\"]");
        assertThat(request.get("message").asString()).isEqualTo("Llame por la tarde");
        assertThat(request.get("attribution").get("utm_source").asString()).isEqualTo("newsletter");
        assertThat(lead.get("consents"))
                .extracting(
                        one -> one.get("version").asString(),
                        one -> one.get("voicemail").asBoolean())
                .containsExactly(tuple("2026-12", true), tuple("2026-11", false));
    }

    @Test
    void whoHangsUpInLineIsCalledWithinFiveMinutesAndItIsKnownWhereTheyGaveUp() {
        String call = callSid();
        Instant rang = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        desk.call(call, "+13055550142");
        desk.leavesTheLine(call, "+13055550142", "hangup", 34);
        desk.leavesTheLine(call, "+13055550142", "leave", 40);
        desk.hangUp(call, "+13055550142", "completed");

        JsonNode owed = desk.onlyLeadOf("+13055550142", lead -> what(lead).equals("CALL"));
        JsonNode lead = desk.eventually(
                "/api/v1/leads/" + id(owed),
                shown -> shown.get("touches").get(0).get("outcome").asString("").equals("abandoned"));

        assertThat(dueAt(lead)).isEqualTo(rang.plus(Duration.ofMinutes(5)));
        assertThat(lead.get("touches")).hasSize(1);
    }

    @Test
    void whoHangsUpInTheGreetingIsCalledWithinFiveMinutes() {
        String call = callSid();
        Instant rang = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        desk.call(call, "+13055550143");
        desk.end(call, "+13055550143", "completed", 3);

        JsonNode lead = desk.onlyLeadOf("+13055550143", one -> what(one).equals("CALL"));

        assertThat(dueAt(lead)).isEqualTo(rang.plus(Duration.ofMinutes(5)));
    }
}
