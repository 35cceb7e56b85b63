package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.careline.carrier.Leg;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.support.PlayedCarrier;
import org.careline.support.SignedTwilioRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** At night nobody is on shift, and somebody asks for the crisis line. */
@TestPropertySource(properties = "careline.intake.poll-interval=100ms")
@Import(NightOnCallScenario.PlayedNetwork.class)
@Holds({Promise.P5, Promise.P7})
class NightOnCallScenario extends ClinicDay {

    private static final String ROSA = "+13055550145";
    private static final String ANA = "+13055550111";
    private static final String BEN = "+13055550112";

    /** A Sunday, 02:40 at the clinic. */
    private static final Instant NIGHT = Instant.parse("2026-11-29T07:40:00Z");

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

    /** Everybody works from nine to five; Ben is woken first, then Ana. */
    @DynamicPropertySource
    static void atNightNobodyWorks(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/day/" + UUID.randomUUID()));
        String staff = Files.readString(Path.of("config", "coordinators.yaml"))
                .replace("from: \"00:00\"", "from: \"09:00\"")
                .replace("to: \"24:00\"", "to: \"17:00\"")
                .replace("on-call: [ana, ben, cleo]", "on-call: [ben, ana]");
        Files.writeString(folder.resolve("coordinators.yaml"), staff);
        Files.writeString(folder.resolve("call-examples.yaml"), "examples: []\n");
        properties.add("spring.config.additional-location", () -> "file:" + folder + "/");
    }

    @Test
    void peopleAreWokenOneAfterTheOtherUntilOneOfThemTakesIt() {
        clock.advance(Duration.between(clock.instant(), NIGHT));
        String call = callSid();
        desk.call(call, ROSA);
        desk.press(call, ROSA, "menu/en/greeting", "9");
        desk.twilio(SignedTwilioRequest.dialEnded(
                        "/twilio/voice/crisis/en/short", call, ROSA, FrontDesk.CLINIC, "completed")
                .with("DialCallDuration", "193"));
        desk.end(call, ROSA, "completed", 200);

        JsonNode lead = desk.onlyLeadOf(
                ROSA, one -> !one.get("safety").isNull() && what(one).equals("REVIEW"));
        assertThat(lead.get("owner").get("id").asString()).isEqualTo("ben");
        assertThat(lead.get("safety").get("takenBy").isNull()).isTrue();
        assertThat(rungSoFar(1).to()).isEqualTo(BEN);

        mailboxAnswers(carrier.placed.get(0));
        clock.advance(Duration.ofMinutes(5));
        Leg second = rungSoFar(2);
        assertThat(second.to()).isEqualTo(ANA);

        assertThat(press(second, "1")).contains("It is yours");
        assertThat(press(second, "1")).contains("It is yours");
        assertThat(press(carrier.placed.get(0), "1")).contains("Somebody has it already");
        JsonNode taken = desk.get("/api/v1/leads/" + id(lead));
        assertThat(taken.get("owner").get("id").asString()).isEqualTo("ana");
        assertThat(taken.get("safety").get("takenBy").asString()).isEqualTo("ana");
        assertThat(what(taken)).isEqualTo("REVIEW");
        assertThat(dueAt(taken)).isEqualTo(NIGHT);

        clock.advance(Duration.ofMinutes(20));
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> carrier.placed.size() == 2);

        desk.work(id(lead), "close", "{\"coordinator\": \"ana\", \"reason\": \"SPAM\"}", 409);
        JsonNode over = desk.work(
                id(lead),
                "safety",
                "{\"coordinator\": \"ana\", \"over\": true, \"reason\": \"Her sister is with her.\"}",
                200);
        assertThat(over.get("safety").isNull()).isTrue();
        assertThat(what(over)).isEqualTo("CALL");
    }

    private Leg rungSoFar(int times) {
        await().atMost(Duration.ofSeconds(20)).until(() -> carrier.placed.size() == times);
        return carrier.placed.get(times - 1);
    }

    private void mailboxAnswers(Leg leg) {
        assertThat(ask(leg, leg.answered().getPath(), "")).contains("somebody may be in danger");
        assertThat(ask(leg, leg.answered().getPath().replace("/answered/", "/key/"), ""))
                .doesNotContain("yours");
    }

    private String press(Leg leg, String digits) {
        return ask(leg, leg.answered().getPath().replace("/answered/", "/key/"), digits);
    }

    private String ask(Leg leg, String path, String digits) {
        return desk.twilio(SignedTwilioRequest.leg(path, "CA1", "CA0", leg.from(), leg.to())
                .without("ParentCallSid")
                .with("Digits", digits));
    }
}
