package org.careline.day;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.careline.node.BackgroundJob;
import org.careline.node.Secrets;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A whole application for the stories of one class, and a clock that they move. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ClinicDay.ByHand.class)
abstract class ClinicDay {

    /** What happened before no longer counts for the burst limit. */
    private static final Duration A_WHILE = Duration.ofMinutes(11);

    @Autowired
    MovableClock clock;

    @Autowired
    List<BackgroundJob> jobs;

    FrontDesk desk;

    @TestConfiguration
    static class ByHand {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry properties) {
        properties.add("careline.data-dir", () -> "target/day/" + UUID.randomUUID());
    }

    @BeforeEach
    void openTheDoors(@LocalServerPort int port, @Autowired Secrets secrets) {
        clock.whenMoved(() -> jobs.forEach(BackgroundJob::nudge));
        clock.advance(A_WHILE);
        desk = new FrontDesk(
                URI.create("http://localhost:" + port),
                secrets.twilioAuthTokens().get(0),
                secrets.apiToken());
    }

    static String id(JsonNode lead) {
        return lead.get("id").asString();
    }

    static String what(JsonNode lead) {
        return lead.get("nextAction").get("what").asString();
    }

    static Instant dueAt(JsonNode lead) {
        return Instant.parse(lead.get("nextAction").get("dueAt").asString());
    }

    static String callSid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }
}
