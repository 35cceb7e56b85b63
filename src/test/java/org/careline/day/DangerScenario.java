package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strangers write sentences of danger, and harmless ones with the same words, through the form and the API. */
@Holds(Promise.P5)
@TestPropertySource(properties = "careline.webform.min-fill-time=0s")
class DangerScenario extends ClinicDay {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern FIRST_HEADING = Pattern.compile("<main.*?<h[12][^>]*>([^<]+)<", Pattern.DOTALL);
    private static final int MANY = 30;
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @Autowired
    private MeterRegistry meters;

    @Test
    void whoeverWritesOfDangerThroughTheFormIsFirstAndReadsWhereHelpIs() throws Exception {
        List<Duration> waited = new ArrayList<>();
        for (Asked asked : some("heard", "407")) {
            double alarms = alarms();
            String address = send(asked);
            long accepted = System.nanoTime();

            assertHeld(desk.leadOf(receipt(address)), asked);
            waited.add(Duration.ofNanos(System.nanoTime() - accepted));
            awaitAlarm(alarms, asked);
            assertThat(heading(address + "?lang=en")).startsWith("You are not alone: call or text 988, or 911");
            assertThat(heading(address + "?lang=es"))
                    .startsWith("No está solo ni sola")
                    .contains("988", "911");
        }
        assertThat(waited.stream().sorted().toList().get(waited.size() / 2)).isLessThan(TWO_SECONDS);
    }

    @Test
    void whoeverWritesOfDangerThroughTheApiIsFirst() throws Exception {
        for (Asked asked : some("heard", "786")) {
            double alarms = alarms();
            String receipt = desk.ask(asked.json());

            assertHeld(desk.leadOf(receipt), asked);
            awaitAlarm(alarms, asked);
            assertThat(heading("/receipts/" + receipt)).startsWith("You are not alone");
        }
    }

    @Test
    void harmlessSentencesAlarmNobody() throws Exception {
        for (Asked asked : some("harmless", "561")) {
            JsonNode lead = desk.leadOf(desk.ask(asked.json()));

            assertThat(lead.get("safety").isNull()).as(asked.text()).isTrue();
            assertThat(heading(send(asked))).as(asked.text()).isEqualTo("We have your request");
        }
    }

    private void assertHeld(JsonNode lead, Asked asked) {
        assertThat(lead.get("safety").isNull()).as(asked.text()).isFalse();
        assertThat(lead.get("owner").isNull()).as(asked.text()).isFalse();
        assertThat(what(lead)).as(asked.text()).isEqualTo("REVIEW");
        assertThat(dueAt(lead)).as(asked.text()).isBeforeOrEqualTo(clock.instant());
        assertThat(lead.get("explanations").toString())
                .contains("\"step\":\"danger\"")
                .as(asked.text())
                .doesNotContain(asked.text());
        assertThat(desk.get("/api/v1/queue?limit=200").get("items"))
                .filteredOn(item -> item.get("lane").asString().equals("L0"))
                .extracting(ClinicDay::id)
                .contains(id(lead));
    }

    /** People are told when the lead is surely written, so that it can be read a moment before. */
    private void awaitAlarm(double before, Asked asked) {
        await().atMost(TWO_SECONDS)
                .untilAsserted(() -> assertThat(alarms()).as(asked.text()).isGreaterThan(before));
    }

    private double alarms() {
        return meters.counter("careline.alarms", "kind", "safety_concern").count();
    }

    private String send(Asked asked) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/forms/consultation"));
        assertThat(token.find()).isTrue();
        String body =
                "token=" + coded(token.group(1)) + "&phone=" + coded(asked.phone()) + "&message=" + coded(asked.text());
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(desk.server().resolve("/forms/consultation"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String receipt(String address) {
        return URI.create(address).getPath().replace("/receipts/", "");
    }

    private String heading(String address) throws IOException, InterruptedException {
        Matcher heading = FIRST_HEADING.matcher(get(address));
        assertThat(heading.find()).isTrue();
        return heading.group(1);
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> page =
                HTTP.send(HttpRequest.newBuilder(desk.server().resolve(address)).build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    /**
     * What somebody writes.
     *
     * @param phone of nobody else
     */
    private record Asked(String text, String phone) {

        String json() {
            return JSON.writeValueAsString(Map.of("phone", phone, "message", text));
        }
    }

    /** So many sentences from the whole of a list. */
    private static List<Asked> some(String list, String area) throws IOException {
        List<String> all = Files.readAllLines(Path.of("src/test/resources/safety", list + ".txt"));
        return IntStream.range(0, MANY)
                .mapToObj(number ->
                        new Asked(all.get(number * all.size() / MANY), "(%s) 555-01%02d".formatted(area, number)))
                .toList();
    }
}
