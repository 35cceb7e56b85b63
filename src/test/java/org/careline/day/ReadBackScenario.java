package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.careline.support.MovableClock;
import org.careline.support.PlayedCarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A day of calls, told twice: of some callers by webhooks, of their twins only by the carrier's own lists. Both must become
 * the same leads.
 */
@TestPropertySource(properties = {"careline.intake.poll-interval=100ms", "careline.twilio.read-back-interval=300ms"})
@Import(ReadBackScenario.PlayedNetwork.class)
class ReadBackScenario extends ClinicDay {

    private static final int CALLERS = 12;
    private static final String TOLD = "+130555501";
    private static final String LISTED = "+178655501";
    private static final String ON_CALL = "+13055550177";

    @Autowired
    PlayedCarrier carrier;

    @TestConfiguration
    static class PlayedNetwork {

        @Bean
        @Primary
        PlayedCarrier playedCarrier() {
            return new PlayedCarrier();
        }
    }

    /** What one caller does, some minutes after the day began. */
    private record Story(int caller, int minute, String status, int seconds, boolean message) {

        String from(String block) {
            return block + (20 + caller);
        }
    }

    @Test
    void aDayWithoutCallbacksBecomesTheSameLeads() {
        Instant morning = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Story> day = day(new Random(7));

        MovableClock time = clock;
        time.advance(Duration.between(time.instant(), morning.plusSeconds(1)));
        for (Story story : day) {
            Instant at = morning.plus(Duration.ofMinutes(story.minute()));
            time.advance(Duration.between(time.instant(), at));
            listed(story, at);
            told(story, at);
        }
        time.advance(Duration.ofHours(2));

        for (int caller = 0; caller < CALLERS; caller++) {
            String told = TOLD + (20 + caller);
            String listed = LISTED + (20 + caller);
            int touches = (int) calls(day, caller);
            JsonNode byWebhooks = settled(told, touches);
            JsonNode byLists = settled(listed, touches);
            assertThat(shape(byLists, listed)).isEqualTo(shape(byWebhooks, told));
        }
    }

    /** Each caller once or twice; a second call may come while the first is not known to be over. */
    private static List<Story> day(Random random) {
        List<Story> day = new ArrayList<>();
        for (int call = 0; call < CALLERS + CALLERS / 2; call++) {
            boolean message = random.nextInt(3) == 0;
            boolean answered = message || random.nextBoolean();
            day.add(new Story(
                    call % CALLERS,
                    5 + call * 7,
                    answered ? "completed" : "no-answer",
                    answered ? 40 + random.nextInt(60) : 0,
                    message));
        }
        return day;
    }

    private static long calls(List<Story> day, int caller) {
        return day.stream().filter(story -> story.caller() == caller).count();
    }

    /** By webhooks: doubled ones, and ends that come before their call. */
    private void told(Story story, Instant at) {
        String sid = callSid();
        String from = story.from(TOLD);
        boolean endFirst = story.minute() % 3 == 0;
        if (endFirst) {
            desk.end(sid, from, story.status(), story.seconds());
        }
        desk.call(sid, from);
        desk.call(sid, from);
        if (story.message()) {
            desk.leaveVoicemail(sid, from);
            desk.leaveVoicemail(sid, from);
        }
        desk.end(sid, from, story.status(), story.seconds());
        carrier.call(sid, from, FrontDesk.CLINIC, at, story.status(), story.seconds());
    }

    /** By the carrier's lists alone, legs and all; of some a late callback comes too. */
    private void listed(Story story, Instant at) {
        String sid = callSid();
        String from = story.from(LISTED);
        carrier.call(sid, from, FrontDesk.CLINIC, at, story.status(), story.seconds());
        carrier.leg(callSid(), sid, FrontDesk.CLINIC, "+13055550170", at.plusSeconds(5));
        if (story.message()) {
            carrier.message("RE" + sid.substring(2), sid, at.plusSeconds(20), 15);
        }
        if (story.minute() % 4 == 0) {
            desk.end(sid, from, story.status(), story.seconds());
        }
    }

    private JsonNode settled(String phone, int touches) {
        String id = id(desk.onlyLeadOf(phone));
        return desk.eventually(
                "/api/v1/leads/" + id,
                lead -> lead.get("touches").size() == touches
                        && !what(lead).equals("ON_CALL")
                        && StreamSupport.stream(lead.get("touches").spliterator(), false)
                                .noneMatch(touch -> touch.get("outcome").isNull()));
    }

    /** A lead without what two people cannot share: identities, the number, whose turn it was. */
    /** Without what depends on which of two calls was heard of first: the lead's own stamp. */
    private static List<String> shape(JsonNode lead, String phone) {
        List<String> shape = new ArrayList<>(List.of(
                lead.get("stage").asString(),
                what(lead),
                dueAt(lead).toString(),
                lead.get("contactPoints").toString().replace(phone, "+1…")));
        lead.get("touches")
                .forEach(touch -> shape.add(String.join(
                        " ",
                        touch.get("channel").asString(),
                        touch.get("direction").asString(),
                        touch.get("at").asString(),
                        touch.get("outcome").asString())));
        return shape;
    }

    /** The fallback document answered: it rang the on-call phone and took a message, and told us nothing. */
    @Test
    void whatTheFallbackCollectedIsImported() {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String sid = callSid();
        carrier.call(sid, "+13055550181", FrontDesk.CLINIC, at, "completed", 55);
        carrier.leg(callSid(), sid, FrontDesk.CLINIC, ON_CALL, at.plusSeconds(10));
        carrier.message("RE" + sid.substring(2), sid, at.plusSeconds(35), 18);
        clock.advance(Duration.ofMinutes(5));

        JsonNode lead = settled("+13055550181", 1);

        assertThat(lead.get("touches").get(0).get("outcome").asString()).isEqualTo("voicemail");
        assertThat(lead.get("touches").get(0).get("sourceId").asString()).isEqualTo("call:" + sid);
        assertThat(what(lead)).isIn("CALL", "CALL_BACK");
        assertThat(desk.leadsOf(ON_CALL, List::isEmpty)).isEmpty();
    }

    @Test
    void theManagerComparesTheNumbersAndFetchesTheFallback() {
        JsonNode drift = desk.get("/api/v1/telephony/drift");

        assertThat(drift.get("state").asString()).isEqualTo("compared");
        assertThat(drift.get("differences").get(0).get("text").asString()).contains("careline.public-base-url");
        assertThat(desk.document("/api/v1/telephony/fallback.xml"))
                .contains("Harbor Light Clinic", "9 8 8", "action=\"fallback-goodbye.xml\"");
        assertThat(desk.document("/api/v1/telephony/fallback.xml?goodbye=https%3A%2F%2Fhandler.example.org%2FEH1"))
                .contains("action=\"https://handler.example.org/EH1\"");
        assertThat(desk.document("/api/v1/telephony/fallback-goodbye.xml")).contains("<Hangup/>");
        assertThat(desk.statusOf("/api/v1/telephony/fallback.xml?goodbye=http%3A%2F%2Fhandler.example.org"))
                .isEqualTo(400);
    }
}
