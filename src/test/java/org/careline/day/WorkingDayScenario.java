package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What coordinators do all day, with people and an application of their own. */
@TestPropertySource(properties = "careline.intake.poll-interval=100ms")
class WorkingDayScenario extends ClinicDay {

    private static final List<String> EVERYBODY = List.of("ana", "ben", "cleo");
    private static final String BY_ANA = "{\"coordinator\": \"ana\"}";

    @AfterEach
    void everybodyIsHere() {
        EVERYBODY.forEach(id -> desk.say(id, "{\"state\": \"here\"}"));
    }

    @Test
    @Holds(Promise.P7)
    void aLeadThatNobodyCanGetWaitsWithItsReasonAndIsTakenOnce() {
        EVERYBODY.forEach(id -> desk.say(id, "{\"state\": \"away\"}"));
        JsonNode waiting = desk.leadOf(desk.ask("{\"name\": \"Uma Vale\", \"phone\": \"(305) 555-0130\"}"));

        JsonNode taken = desk.work(id(waiting), "claim", BY_ANA, 200);
        JsonNode again = desk.work(id(waiting), "claim", BY_ANA, 200);
        JsonNode refused = desk.work(id(waiting), "claim", "{\"coordinator\": \"ben\"}", 409);

        assertThat(waiting.get("owner").isNull()).isTrue();
        assertThat(waiting.get("unassignedReason").asString()).isEqualTo("EVERYBODY_AWAY");
        assertThat(waiting.get("nextAction").get("who").asString()).isEqualTo("queue");
        assertThat(taken.get("owner").get("id").asString()).isEqualTo("ana");
        assertThat(again.get("rev")).isEqualTo(taken.get("rev"));
        assertThat(refused.get("owner").get("name").asString()).isEqualTo("Ana Reyes");
        assertThat(rules(taken)).contains("nobody-eligible", "claim");
    }

    @Test
    void aLeadThatWaitedFindsItsOwnerWhenSomebodyIsBack() {
        EVERYBODY.forEach(id -> desk.say(id, "{\"state\": \"away\"}"));
        String receipt = desk.ask("{\"phone\": \"(305) 555-0131\"}");
        String lead = id(desk.leadOf(receipt));

        desk.say("cleo", "{\"state\": \"here\"}");

        desk.eventually("/api/v1/leads/" + lead, found -> owner(found).equals("cleo"));
    }

    @Test
    @Holds(Promise.P9)
    void whatIsDueForSomebodyWhoWentAwayGoesToOthersAfterAGrace() {
        String lead = id(desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0132\"}")));
        String first = owner(
                desk.eventually("/api/v1/leads/" + lead, found -> !owner(found).isEmpty()));

        desk.say(first, "{\"state\": \"away\"}");
        clock.advance(Duration.ofMinutes(6));

        JsonNode later = desk.eventually(
                "/api/v1/leads/" + lead,
                found -> !owner(found).isEmpty() && !owner(found).equals(first));
        assertThat(later.get("nextAction").get("what").asString()).isEqualTo("CALL");
    }

    @Test
    void anAttemptThatReachedNobodyIsRepeatedByTheCadence() {
        String lead = id(desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0133\"}")));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        JsonNode tried = desk.work(
                lead,
                "disposition",
                "{\"coordinator\": \"ana\", \"outcome\": \"NO_ANSWER\", \"note\": \"rang long\"}",
                200);
        clock.advance(Duration.ofSeconds(1));
        desk.ask("{\"phone\": \"(305) 555-0133\", \"message\": \"please call\"}");
        JsonNode anew = desk.eventually(
                "/api/v1/leads/" + lead, found -> dueAt(found).isBefore(now.plus(Duration.ofMinutes(6))));

        assertThat(tried.get("stage").asString()).isEqualTo("ATTEMPTING");
        assertThat(what(tried)).isEqualTo("CALL");
        assertThat(dueAt(tried)).isAfterOrEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(tried.get("acts").get(0).get("detail").asString()).isEqualTo("NO_ANSWER");
        assertThat(tried.get("acts").get(0).get("note").asString()).isEqualTo("rang long");
        assertThat(anew.get("touches")).hasSize(2);
    }

    @Test
    void aPromisedTimeIsKeptAndGoesFirstWhenItIsNear() {
        String lead = id(desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0134\"}")));
        Instant agreed = clock.instant().plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MILLIS);

        JsonNode promised = desk.work(
                lead,
                "disposition",
                "{\"coordinator\": \"ana\", \"outcome\": \"SPOKE_CALLBACK\", \"at\": \"" + agreed + "\"}",
                200);
        String early = lane(lead);
        clock.advance(Duration.ofMinutes(21));

        assertThat(promised.get("stage").asString()).isEqualTo("CALLBACK_SCHEDULED");
        assertThat(what(promised)).isEqualTo("CALL_BACK");
        assertThat(dueAt(promised)).isEqualTo(agreed);
        assertThat(early).isEqualTo("L5");
        desk.eventually("/api/v1/queue?limit=200", page -> lane(lead).equals("L2"));
    }

    @Test
    void aReportThatLacksSomethingChangesNothing() {
        String lead = id(desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0135\"}")));

        JsonNode refused =
                desk.work(lead, "disposition", "{\"coordinator\": \"ana\", \"outcome\": \"SPOKE_CALLBACK\"}", 422);

        assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("at");
        assertThat(desk.get("/api/v1/leads/" + lead).get("acts")).isEmpty();
    }

    @Test
    void aClosedLeadOwesNothingUntilThePersonComesBack() {
        String lead = id(desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0136\"}")));
        String close = "{\"coordinator\": \"ana\", \"reason\": \"NOT_READY\"}";

        JsonNode closed = desk.work(lead, "close", close, 200);
        desk.work(lead, "close", close, 409);
        desk.work(lead, "disposition", "{\"coordinator\": \"ana\", \"outcome\": \"NO_ANSWER\"}", 409);
        desk.work(lead, "claim", BY_ANA, 409);
        desk.work(lead, "notes", "{\"coordinator\": \"ana\", \"note\": \"wrote a letter\"}", 200);
        clock.advance(Duration.ofMinutes(1));
        desk.ask("{\"phone\": \"(305) 555-0136\"}");

        JsonNode open = desk.eventually(
                "/api/v1/leads/" + lead, found -> found.get("stage").asString().equals("NEW"));
        assertThat(closed.get("stage").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("closeReason").asString()).isEqualTo("NOT_READY");
        assertThat(closed.get("nextAction").isNull()).isTrue();
        assertThat(what(open)).isEqualTo("CALL");
        assertThat(open.get("acts")).hasSize(2);
    }

    @Test
    @Holds(Promise.P6)
    void whoeverAskedToStopIsClosedAtOnce() {
        String lead = id(desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0137\"}")));

        JsonNode closed =
                desk.work(lead, "disposition", "{\"coordinator\": \"ana\", \"outcome\": \"ASKED_TO_STOP\"}", 200);

        assertThat(closed.get("closeReason").asString()).isEqualTo("DO_NOT_CONTACT");
    }

    @Test
    @Holds(Promise.P5)
    void aSafetyConcernStandsBeforeEverything() {
        String lead = id(desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0138\"}")));

        desk.work(lead, "disposition", "{\"coordinator\": \"ana\", \"outcome\": \"SAFETY_CONCERN\"}", 200);

        assertThat(lane(lead)).isEqualTo("L0");
    }

    @Test
    void anOwnersLeadsAreFound() {
        JsonNode lead = desk.leadOf(desk.ask("{\"phone\": \"(305) 555-0139\"}"));
        String owner = owner(desk.eventually(
                "/api/v1/leads/" + id(lead), found -> !owner(found).isEmpty()));

        List<String> theirs = FrontDesk.items(desk.get("/api/v1/leads?limit=200&owner=" + owner)).stream()
                .map(ClinicDay::id)
                .toList();

        assertThat(theirs).contains(id(lead));
        assertThat(FrontDesk.items(desk.get("/api/v1/leads?owner=nobody-yet"))).isEmpty();
    }

    private String lane(String lead) {
        return FrontDesk.items(desk.get("/api/v1/queue?limit=200")).stream()
                .filter(item -> id(item).equals(lead))
                .map(item -> item.get("lane").asString())
                .findFirst()
                .orElse("");
    }

    private static String owner(JsonNode lead) {
        return lead.get("owner").isNull() ? "" : lead.get("owner").get("id").asString();
    }

    private static List<String> rules(JsonNode lead) {
        return java.util.stream.StreamSupport.stream(lead.get("explanations").spliterator(), false)
                .map(why -> why.get("rule").asString())
                .toList();
    }
}
