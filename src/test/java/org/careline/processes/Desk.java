package org.careline.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who asks a node's API what became of things.
 *
 * @param node the node that is asked
 */
record Desk(RunningNode node) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An inquiry by its receipt; empty if it is unknown or the node cannot say now. */
    Optional<JsonNode> inquiry(String receipt) {
        return read("/api/v1/inquiries/" + receipt);
    }

    /** The leads that fit, in full; empty if the node cannot say now. */
    Optional<List<JsonNode>> leads(String search) {
        return read("/api/v1/leads?limit=200&" + search)
                .map(page -> page.path("items").valueStream().toList());
    }

    /** Every contact point of every lead that is listed; fewer if the node cannot say all now. */
    Set<String> points() {
        Set<String> points = new HashSet<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Optional<JsonNode> page = read("/api/v1/leads?limit=200" + cursor);
            page.stream()
                    .flatMap(leads -> leads.path("items").valueStream())
                    .flatMap(lead -> lead.path("contactPoints").valueStream())
                    .forEach(point -> points.add(point.asString()));
            cursor = page.map(leads -> leads.path("next"))
                    .filter(next -> !next.isNull())
                    .map(next -> "&cursor=" + URLEncoder.encode(next.asString(), UTF_8))
                    .orElse(null);
        }
        return points;
    }

    /** The lead, with its touches. */
    Optional<JsonNode> lead(String id) {
        return read("/api/v1/leads/" + id);
    }

    /** The coordinator who owns the lead of this phone, once there is one. */
    String ownerOf(String phone) {
        Await.until(
                "the lead has an owner",
                PATIENCE,
                () -> !told(phone, "/owner/id").isEmpty());
        return told(phone, "/owner/id");
    }

    /** What the oldest lead of this phone says at a place of its JSON; empty if that is nothing, or there is none. */
    String told(String phone, String pointer) {
        return leads("phone=" + URLEncoder.encode(phone, UTF_8)).stream()
                .flatMap(List::stream)
                .map(lead -> lead.at(pointer).asString(""))
                .findFirst()
                .orElse("");
    }

    /** The inquiries that a person must look at. */
    List<JsonNode> parked() {
        return read("/api/v1/inquiries?state=parked")
                .map(page -> page.path("items").valueStream().toList())
                .orElse(List.of());
    }

    /** Sends a parked inquiry through the flow once more. */
    int replay(String receipt) {
        HttpRequest replay = request("/api/v1/inquiries/" + receipt + "/replay")
                .POST(BodyPublishers.noBody())
                .build();
        return Visitors.exchange(replay).map(HttpResponse::statusCode).orElse(0);
    }

    private Optional<JsonNode> read(String path) {
        Optional<HttpResponse<String>> response =
                Visitors.exchange(request(path).build());
        int status = response.map(HttpResponse::statusCode).orElse(0);
        return switch (status) {
            case 200 -> response.map(got -> JSON.readTree(got.body()));
            case 0, 404, 503 -> Optional.empty();
            default -> throw new AssertionError(path.split("\\?", -1)[0] + " was answered by " + status);
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(node.server().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + RunningNode.API_TOKEN);
    }
}
