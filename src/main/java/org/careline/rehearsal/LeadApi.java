package org.careline.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API of Careline, as far as scripts ask it. */
final class LeadApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String token;

    LeadApi(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** @return whether there is such a coordinator */
    boolean away(String coordinator) {
        return sent(request("/api/v1/coordinators/" + coordinator + "/presence")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"state\": \"away\"}"))
                        .build())
                .isPresent();
    }

    /** The lead of a phone number, if there is exactly one; with its touches. */
    Optional<JsonNode> lead(String phone) {
        return get("/api/v1/leads?phone=%2B" + phone.substring(1))
                .map(page -> page.get("items"))
                .filter(items -> items.size() == 1)
                .flatMap(items -> get("/api/v1/leads/" + items.get(0).get("id").asString()));
    }

    private Optional<JsonNode> get(String path) {
        return sent(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private Optional<JsonNode> sent(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() < FIRST_FAILURE ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
