package org.careline.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careline.support.SignedTwilioRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Everybody outside: Twilio, browsers and partners, over real connections. Safe for any number of threads. */
final class Visitors {

    static final String CLINIC = "+18445550100";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\"[^>]*value=\"([^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Visitors() {}

    /** Makes contact and waits for the answer. */
    static Answer send(RunningNode node, Contact contact) {
        long start = System.nanoTime();
        Optional<HttpResponse<String>> response = exchange(request(node, contact));
        long took = System.nanoTime() - start;
        int status = response.map(HttpResponse::statusCode).orElse(0);
        return new Answer(
                contact, status, response.flatMap(got -> receipt(contact, got)).orElse(null), took);
    }

    /** Opens the form and reads its hidden token; empty if the page does not come. */
    static Optional<String> formToken(RunningNode node) {
        HttpRequest page = HttpRequest.newBuilder(node.server().resolve("/forms/consultation"))
                .timeout(PATIENCE)
                .build();
        return exchange(page)
                .filter(response -> response.statusCode() == 200)
                .map(response -> TOKEN.matcher(response.body()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    /** Any request; empty if the connection broke. */
    static Optional<HttpResponse<String>> exchange(HttpRequest request) {
        try {
            return Optional.of(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException broken) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static HttpRequest request(RunningNode node, Contact contact) {
        return switch (contact.way()) {
            case CALL ->
                SignedTwilioRequest.inboundCall(contact.key(), phone(contact), CLINIC)
                        .post(RunningNode.TWILIO_TOKEN, node.publicBase(), node.server());
            case HANG_UP ->
                SignedTwilioRequest.endOfCall(contact.key(), phone(contact), CLINIC, "completed", 20)
                        .post(RunningNode.TWILIO_TOKEN, node.publicBase(), node.server());
            case FORM -> form(node, contact);
            case API -> api(node, contact);
        };
    }

    private static HttpRequest form(RunningNode node, Contact contact) {
        Map<String, String> fields = contact.fields();
        fields.put("token", contact.key());
        fields.put("website", "");
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(node.server().resolve("/forms/consultation"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest api(RunningNode node, Contact contact) {
        return HttpRequest.newBuilder(node.server().resolve("/api/v1/inquiries"))
                .header("Authorization", "Bearer " + RunningNode.API_TOKEN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", contact.key())
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(contact.fields())))
                .build();
    }

    private static Optional<String> receipt(Contact contact, HttpResponse<String> response) {
        return switch (contact.way()) {
            case CALL, HANG_UP -> Optional.empty();
            case FORM ->
                response.headers()
                        .firstValue("Location")
                        .map(location -> location.substring(location.lastIndexOf('/') + 1));
            case API ->
                Optional.of(response)
                        .filter(got -> got.statusCode() == 202)
                        .map(got -> JSON.readTree(got.body()).path("receipt").asString());
        };
    }

    private static String phone(Contact contact) {
        @Nullable String phone = contact.phone();
        if (phone == null) {
            throw new IllegalArgumentException("A call has a number");
        }
        return phone;
    }
}
