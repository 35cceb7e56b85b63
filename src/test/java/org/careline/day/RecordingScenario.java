package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.support.PlayedCarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A message is left, comes to us, is heard, and is erased when its time is over. */
@TestPropertySource(properties = {"careline.intake.poll-interval=100ms", "careline.twilio.read-back-interval=300ms"})
@Import(RecordingScenario.PlayedNetwork.class)
@Holds(Promise.P10)
class RecordingScenario extends ClinicDay {

    private static final String MAYA = "+13055550161";
    private static final String SOUND = "what Maya said";

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

    @Test
    void aMessageIsHeardHereAndNoLongerLiesAtTheCarrier() {
        String call = callSid();
        String recording = "RE" + call.substring(2);
        Instant at = clock.instant();
        carrier.sounds.put(recording, SOUND.getBytes(StandardCharsets.UTF_8));
        desk.call(call, MAYA);
        carrier.call(call, MAYA, FrontDesk.CLINIC, at, "completed", 40);
        carrier.message(recording, call, at.plusSeconds(20), 15);
        clock.advance(Duration.ofMinutes(5));

        String lead = "/api/v1/leads/" + id(desk.onlyLeadOf(MAYA));
        JsonNode kept = desk.eventually(lead, shown -> state(shown).equals("kept"));

        assertThat(kept.get("touches").get(0).get("outcome").asString()).isEqualTo("voicemail");
        assertThat(desk.document("/api/v1/recordings/" + recording)).isEqualTo(SOUND);
        assertThat(carrier.recordings).isEmpty();

        clock.advance(Duration.ofDays(90));
        desk.eventually(lead, shown -> state(shown).equals("erased"));
        assertThat(desk.statusOf("/api/v1/recordings/" + recording)).isEqualTo(410);
    }

    private static String state(JsonNode lead) {
        JsonNode recordings = lead.get("touches").get(0).get("recordings");
        return recordings == null ? "none" : recordings.get(0).get("state").asString();
    }
}
