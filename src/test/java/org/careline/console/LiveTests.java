package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.careline.lead.Lead;
import org.careline.lead.SafetyHold;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.DoorLeads;
import org.careline.web.Doors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
@Timeout(60)
class LiveTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final DoorFakes behind;
    private final DoorLeads leads;
    private final LiveStreams signals;
    private final Visitor ana;

    @Autowired
    LiveTests(DoorFakes behind, DoorLeads leads, LiveStreams signals, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        clock.reset();
        this.behind = behind;
        this.leads = leads;
        this.signals = signals;
        this.ana = Visitor.signedIn(port, "ana");
    }

    @Test
    @Holds(Promise.P10)
    void whatIsWrittenIsToldByIdAndRevisionAlone() throws Exception {
        Lead lead = SomeLeads.ownedBy(SomeLeads.of("form:live", "Maya Ortiz", 0), "ana");
        List<String> heard = new ArrayList<>();

        try (BufferedReader stream = listen()) {
            heardUntil(stream, heard, "event:hello");
            leads.write(List.of(lead));
            heardUntil(stream, heard, "\"rev\":1}");
            leads.write(leads.find(List.of(lead.id())).values());
            heardUntil(stream, heard, "\"rev\":2}");
        }

        assertThat(heard.stream().filter(line -> line.startsWith("data:{")))
                .containsExactly(
                        "data:{\"lead\":\"" + lead.id() + "\",\"rev\":1}",
                        "data:{\"lead\":\"" + lead.id() + "\",\"rev\":2}");
        assertThat(String.join("\n", heard)).doesNotContain("Maya", "Ortiz", "305", "example.org", "ana");
    }

    /** Told again with each beat: a page that missed one knows it two seconds later. */
    @Test
    @Holds({Promise.P5, Promise.P10})
    void howManyInDangerHaveNobodyIsToldAsANumber() throws Exception {
        Lead lead = HeldLeadTests.held(SafetyHold.Kind.WORDS);
        List<String> heard = new ArrayList<>();

        try (BufferedReader stream = listen()) {
            heardUntil(stream, heard, "event:beat");
            leads.write(List.of(lead));
            heardUntil(stream, heard, "data:1");
            behind.down = true;
            heardUntil(stream, heard, "event:beat");
            behind.down = false;
            leads.write(List.of(SomeLeads.claimedBy(
                    Objects.requireNonNull(leads.find(List.of(lead.id())).get(lead.id())), "ana")));
            heardUntil(stream, heard, "data:0");
        }

        assertThat(String.join("\n", heard)).doesNotContain("Maya", "Ortiz", "305");
    }

    @Test
    void aFloodIsToldAsOne() throws Exception {
        List<Lead> flood = IntStream.range(0, LiveSignals.FLOOD)
                .mapToObj(number -> SomeLeads.of("form:flood" + number, "Somebody", 0))
                .toList();
        List<String> heard = new ArrayList<>();

        try (BufferedReader stream = listen()) {
            heardUntil(stream, heard, "event:hello");
            leads.write(flood);
            heardUntil(stream, heard, "event:all");
        }

        assertThat(heard).noneMatch(line -> line.startsWith("data:{"));
    }

    @Test
    void aStreamOutlivesAnOutageOfTheStore() throws Exception {
        Lead lead = SomeLeads.of("form:outage", "Maya Ortiz", 0);

        try (BufferedReader stream = listen()) {
            heardUntil(stream, new ArrayList<>(), "event:hello");
            behind.down = true;
            int before = leads.asked.get();
            Awaitility.await().atMost(SOON).until(() -> leads.asked.get() > before + 1);
            behind.down = false;
            leads.write(List.of(lead));
            heardUntil(stream, new ArrayList<>(), lead.id().value());
        }
    }

    @Test
    void aPageThatWentAwayIsForgotten() throws Exception {
        listen().close();
        Awaitility.await().atMost(SOON).until(() -> {
            leads.write(List.of(SomeLeads.of("form:" + leads.asked.get(), "Somebody", 0)));
            return signals.listening() == 0;
        });
    }

    private BufferedReader listen() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(ana.to("/console/events").build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static void heardUntil(BufferedReader stream, List<String> heard, String expected) throws IOException {
        long until = System.nanoTime() + SOON.toNanos();
        String line = stream.readLine();
        while (line != null && System.nanoTime() < until) {
            heard.add(line);
            if (line.contains(expected)) {
                return;
            }
            line = stream.readLine();
        }
        throw new AssertionError("The stream did not say " + expected + ": " + line);
    }
}
