package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The stories that the front desk is for, each with people of its own. */
class ClinicDayScenario extends ClinicDay {

    @Test
    void aNewCallerIsOnTheLineAndThenOwedACall() {
        String call = callSid();
        Instant rang = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);

        assertThat(desk.call(call, "+13055550101")).contains("9 8 8").containsAnyOf("<Enqueue", "<Dial");
        JsonNode live = desk.onlyLeadOf("+13055550101");
        desk.hangUp(call, "+13055550101", "completed");
        JsonNode ended = desk.onlyLeadOf("+13055550101", lead -> what(lead).equals("CALL"));

        assertThat(what(live)).isEqualTo("ON_CALL");
        assertThat(dueAt(live)).isEqualTo(rang.plus(Duration.ofMinutes(25)));
        assertThat(dueAt(ended)).isEqualTo(rang.plus(Duration.ofMinutes(5)));
        assertThat(ended.get("unassignedReason").isNull()).isTrue();
        assertThat(ended.get("owner").get("id").asString()).isIn("ana", "ben", "cleo");
        assertThat(ended.get("nextAction").get("who")).isEqualTo(ended.get("owner"));
        assertThat(desk.get("/api/v1/leads/" + id(ended)).get("explanations"))
                .extracting(why -> why.get("step").asString())
                .contains("match", "assign", "plan");
    }

    @Test
    @Holds(Promise.P9)
    void aLostCallbackLosesNoCaller() {
        desk.call(callSid(), "+13055550102");
        desk.onlyLeadOf("+13055550102", lead -> what(lead).equals("ON_CALL"));

        clock.advance(Duration.ofMinutes(25));

        desk.onlyLeadOf("+13055550102", lead -> what(lead).equals("CALL"));
    }

    @Test
    @Holds(Promise.P5)
    void whoAskedForTheCrisisLineIsTheFirstInTheQueue() {
        String call = callSid();
        desk.call(call, "+13055550131");

        String answer = desk.press(call, "+13055550131", "menu/en/greeting", "9");
        JsonNode held = desk.onlyLeadOf("+13055550131", lead -> what(lead).equals("ON_CALL"));
        desk.hangUp(call, "+13055550131", "completed");
        JsonNode ended = desk.onlyLeadOf("+13055550131", lead -> what(lead).equals("REVIEW"));

        assertThat(answer).contains("<Number>988</Number>");
        assertThat(id(ended)).isEqualTo(id(held));
        assertThat(desk.get("/api/v1/leads/" + id(ended))
                        .get("touches")
                        .get(0)
                        .get("outcome")
                        .asString())
                .isEqualTo("crisis-line");
        JsonNode first = FrontDesk.items(desk.get("/api/v1/queue")).get(0);
        assertThat(id(first)).isEqualTo(id(ended));
        assertThat(first.get("lane").asString()).isEqualTo("L0");
    }

    @Test
    void aWithheldCallerWhoEntersANumberIsCalledBackAtIt() {
        String call = callSid();
        desk.call(call, "anonymous");

        desk.press(call, "anonymous", "menu/en/message", "1");
        String promise = desk.press(call, "anonymous", "number/en/1", "3055550132");
        desk.hangUp(call, "anonymous", "completed");
        JsonNode lead = desk.onlyLeadOf("+13055550132", one -> what(one).equals("CALL_BACK"));

        assertThat(promise).contains("3 0 5 5 5 5 0 1 3 2");
        JsonNode touch = desk.get("/api/v1/leads/" + id(lead)).get("touches").get(0);
        assertThat(touch.get("outcome").asString()).isEqualTo("callback-requested");
        assertThat(touch.get("callBackPhone").asString()).isEqualTo("+13055550132");
    }

    @Test
    @Holds(Promise.P1)
    void aCallAndAFormOfOnePersonAreOneLead() {
        String call = callSid();
        desk.call(call, "+13055550103");
        desk.hangUp(call, "+13055550103", "completed");
        String byMail = desk.ask("{\"name\": \"Maya Ortiz\", \"email\": \"maya3@example.org\"}");
        String before = id(desk.leadOf(byMail));

        String both =
                desk.ask("{\"name\": \"Maya Ortiz\", \"phone\": \"(305) 555-0103\", \"email\": \"maya3@example.org\"}");

        JsonNode lead = desk.leadOf(both);
        assertThat(lead.get("touches")).hasSize(3);
        assertThat(lead.get("contactPoints")).hasSize(2);
        assertThat(id(desk.get("/api/v1/leads/" + before))).isEqualTo(id(lead));
        assertThat(desk.onlyLeadOf("+13055550103").get("id")).isEqualTo(lead.get("id"));
    }

    @Test
    @Holds(Promise.P1)
    void twoPeopleOnOnePhoneAreNeverMergedSilently() {
        JsonNode ann = desk.leadOf(desk.ask("{\"name\": \"Ann Smith\", \"phone\": \"(305) 555-0104\"}"));
        JsonNode bob = desk.leadOf(desk.ask("{\"name\": \"Bob Jones\", \"phone\": \"(305) 555-0104\"}"));
        desk.call(callSid(), "+13055550104");

        List<JsonNode> both = desk.leadsOf(
                "+13055550104",
                leads -> leads.stream().anyMatch(lead -> what(lead).equals("ON_CALL")));

        assertThat(both).hasSize(2);
        assertThat(related(desk.get("/api/v1/leads/" + id(ann)))).contains(id(bob));
        assertThat(related(bob)).contains(id(ann));
    }

    @Test
    void aWithheldCallerIsUnplacedUntilAVoicemailComes() {
        String call = callSid();
        desk.call(call, "anonymous");
        desk.hangUp(call, "anonymous", "completed");
        JsonNode unplaced =
                desk.eventually("/api/v1/inquiries?state=unplaced", page -> withReason(page, "withheld-number") == 1);

        desk.leaveVoicemail(call, "anonymous");

        String receipt = FrontDesk.items(unplaced).stream()
                .filter(item -> item.get("reason").asString().equals("withheld-number"))
                .findFirst()
                .orElseThrow()
                .get("receipt")
                .asString();
        JsonNode lead = desk.leadOf(receipt);
        assertThat(lead.get("contactPoints")).isEmpty();
        assertThat(lead.get("touches").get(0).get("outcome").asString()).isEqualTo("voicemail");
    }

    @Test
    void theClinicsOwnNumberIsNoLead() {
        desk.call(callSid(), FrontDesk.CLINIC);

        desk.eventually("/api/v1/inquiries?state=refused", page -> withReason(page, "own-number") == 1);

        assertThat(desk.leadsOf(FrontDesk.CLINIC, List::isEmpty)).isEmpty();
    }

    @Test
    void aCoordinatorsPhoneIsNobodysLead() {
        desk.call(callSid(), "+13055550113");

        desk.eventually("/api/v1/inquiries?state=refused", page -> withReason(page, "staff-number") == 1);

        assertThat(desk.leadsOf("+13055550113", List::isEmpty)).isEmpty();
    }

    @Test
    void aCoordinatorPausesAndIsHereAgain() {
        JsonNode paused = desk.say("cleo", "{\"state\": \"paused\", \"for\": \"PT15M\"}");
        JsonNode listed = FrontDesk.items(desk.get("/api/v1/coordinators")).get(2);
        JsonNode here = desk.say("cleo", "{\"state\": \"here\"}");

        assertThat(listed).isEqualTo(paused);
        assertThat(paused.get("onShift").asBoolean()).isTrue();
        assertThat(paused.get("presence").get("state").asString()).isEqualTo("paused");
        assertThat(here.get("presence").get("until").isNull()).isTrue();
    }

    @Test
    void aCallToANumberOfNoClinicIsAnsweredAndKept() {
        assertThat(desk.call(callSid(), "+13055550105", "+18445550199")).contains("<Response>");

        JsonNode page = desk.eventually(
                "/api/v1/inquiries?state=unplaced", found -> withReason(found, "unknown-clinic-number") == 1);
        String receipt = FrontDesk.items(page).stream()
                .filter(item -> item.get("reason").asString().equals("unknown-clinic-number"))
                .findFirst()
                .orElseThrow()
                .get("receipt")
                .asString();

        assertThat(desk.replay(receipt)).isEqualTo(202);
        desk.became(receipt, "unplaced");
        assertThat(desk.replay("7TXap0sAaNbMDsID6KyWuc0NJdt5")).isEqualTo(404);
    }

    @Test
    void theQueueIsInOrderAndPagesByKey() {
        desk.leadOf(desk.ask("{\"name\": \"Cora Lee\", \"phone\": \"(305) 555-0106\"}"));
        desk.leadOf(desk.ask("{\"name\": \"Dan Wu\", \"phone\": \"(305) 555-0107\"}"));

        JsonNode first = desk.get("/api/v1/queue?limit=1");
        JsonNode second =
                desk.get("/api/v1/queue?limit=1&cursor=" + first.get("next").asString());

        assertThat(FrontDesk.items(first)).hasSize(1);
        assertThat(FrontDesk.items(second)).hasSize(1);
        assertThat(id(FrontDesk.items(second).get(0)))
                .isNotEqualTo(id(FrontDesk.items(first).get(0)));
    }

    private static long withReason(JsonNode page, String reason) {
        return FrontDesk.items(page).stream()
                .filter(item -> item.get("reason").asString().equals(reason))
                .count();
    }

    private static List<String> related(JsonNode lead) {
        return java.util.stream.StreamSupport.stream(lead.get("relatedLeads").spliterator(), false)
                .map(link -> link.get("id").asString())
                .toList();
    }
}
