package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session is as long as somebody works with it, and everything that belongs to it ends with it. */
@Doors
@Timeout(60)
class SessionTests {

    private static final String QUEUE = "/console/queue";

    private final MovableClock clock;
    private final int port;
    private final Visitor ana;

    @Autowired
    SessionTests(DoorFakes behind, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        clock.reset();
        this.clock = clock;
        this.port = port;
        this.ana = Visitor.signedIn(port, "ana");
    }

    @Test
    void itEndsThirtyMinutesAfterTheLastAct() {
        clock.advance(ConsoleSessions.IDLE.minusSeconds(1));
        assertThat(ana.get(QUEUE).statusCode()).isEqualTo(200);
        clock.advance(ConsoleSessions.IDLE.minusSeconds(1));
        assertThat(ana.get(QUEUE, "HX-Request", "true", "HX-Current-URL", "http://localhost/console/queue")
                        .statusCode())
                .isEqualTo(200);
        clock.advance(ConsoleSessions.IDLE.minusSeconds(1));
        assertThat(ana.get(QUEUE).statusCode()).isEqualTo(200);

        clock.advance(ConsoleSessions.IDLE);

        assertThat(ana.get(QUEUE).statusCode()).isEqualTo(302);
    }

    @Test
    void whatAPageFetchesByItselfIsNoAct() {
        for (int minutes = 0; minutes < 30; minutes += 10) {
            assertThat(ana.get("/console/ping").statusCode()).isEqualTo(204);
            assertThat(ana.get(QUEUE, "HX-Request", "true").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(ana.get("/console/ping").statusCode()).isEqualTo(401);
        assertThat(ana.get(QUEUE).statusCode()).isEqualTo(302);
    }

    @Test
    void itEndsAfterTwelveHoursInAnyCase() {
        for (Duration worked = Duration.ZERO;
                worked.compareTo(ConsoleSessions.LONGEST) < 0;
                worked = worked.plusMinutes(20)) {
            assertThat(ana.get(QUEUE).statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(20));
        }

        assertThat(ana.get(QUEUE).statusCode()).isEqualTo(302);
    }

    @Test
    @Holds(Promise.P10)
    void signingOutEndsTheStreamAtOnceAndForgetsThePages() throws Exception {
        try (InputStream stream = listen(ana)) {
            HttpResponse<String> out = ana.post("/logout", Map.of());

            assertThat(out.headers().firstValue("Clear-Site-Data").orElse("")).contains("\"cache\"", "\"storage\"");
            assertThat(rest(stream)).contains("event:hello");
        }
    }

    @Test
    @Holds(Promise.P10)
    void aStreamEndsWithASessionThatNobodyUses() throws Exception {
        try (InputStream stream = listen(ana)) {
            clock.advance(ConsoleSessions.IDLE);

            assertThat(rest(stream)).contains("event:hello");
        }
        assertThat(ana.get(QUEUE).statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionHasTheLatestFiveStreams() throws Exception {
        List<InputStream> streams = new ArrayList<>();
        for (int stream = 0; stream < 5; stream++) {
            streams.add(listen(ana));
        }

        streams.add(listen(ana));
        streams.add(listen(Visitor.signedIn(port, "ben")));

        assertThat(rest(streams.get(0))).contains("event:hello");
        for (InputStream stream : streams.subList(1, streams.size())) {
            assertThat(stream.read()).isNotNegative();
            stream.close();
        }
    }

    @Test
    void signingOutEverywhereEndsAllOfOneName() throws Exception {
        Visitor elsewhere = Visitor.signedIn(port, "ana");
        Visitor ben = Visitor.signedIn(port, "ben");
        try (InputStream stream = listen(elsewhere)) {
            assertThat(ana.get(QUEUE).body()).contains("name=\"everywhere\"");

            ana.post("/logout", Map.of("everywhere", "yes"));

            assertThat(rest(stream)).contains("event:hello");
        }
        assertThat(ana.get(QUEUE).statusCode()).isEqualTo(302);
        assertThat(elsewhere.get(QUEUE).statusCode()).isEqualTo(302);
        assertThat(ben.get(QUEUE).statusCode()).isEqualTo(200);
    }

    private static InputStream listen(Visitor visitor) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(visitor.to("/console/events").build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** What comes until the server ends it. */
    private static String rest(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
