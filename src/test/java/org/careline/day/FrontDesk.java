package org.careline.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.careline.support.SignedTwilioRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers, visitors and whoever reads the API do in these tests, over HTTP. */
record FrontDesk(URI server, String twilioToken, String apiToken) {

    static final String CLINIC = "+18445550100";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);

    String call(String callSid, String from) {
        return call(callSid, from, CLINIC);
    }

    String call(String callSid, String from, String dialled) {
        return twilio(SignedTwilioRequest.inboundCall(callSid, from, dialled));
    }

    void hangUp(String callSid, String from, String status) {
        end(callSid, from, status, 7);
    }

    void end(String callSid, String from, String status, int seconds) {
        twilio(SignedTwilioRequest.endOfCall(callSid, from, CLINIC, status, seconds));
    }

    /** A key in a menu, or digits where a number is asked for. */
    String press(String callSid, String from, String path, String digits) {
        return twilio(SignedTwilioRequest.inboundCall(callSid, from, CLINIC)
                .at("/twilio/voice/" + path)
                .with("Digits", digits));
    }

    /** The carrier tells that a caller is out of the waiting line. */
    void leavesTheLine(String callSid, String from, String result, int seconds) {
        String unused = twilio(SignedTwilioRequest.inboundCall(callSid, from, CLINIC)
                .at("/twilio/voice/line/en/anywhere")
                .with("QueueResult", result)
                .with("QueueTime", Integer.toString(seconds)));
    }

    void leaveVoicemail(String callSid, String from) {
        twilio(SignedTwilioRequest.voicemail(callSid, from, CLINIC, "RE00000000000000000000000000000001", 12));
    }

    String twilio(SignedTwilioRequest request) {
        return send(request.post(twilioToken, server.toString(), server));
    }

    /** Posts an inquiry and returns its receipt. */
    String ask(String json) {
        String answer = send(api("/api/v1/inquiries")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
        return JSON.readTree(answer).get("receipt").asString();
    }

    /** What a coordinator says of themselves. */
    JsonNode say(String coordinator, String json) {
        return JSON.readTree(answered(api("/api/v1/coordinators/" + coordinator + "/presence")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build()));
    }

    /** Reads from the API, as soon as it is there. */
    /** What a coordinator does with a lead; the lead as it is afterwards, or what was wrong. */
    JsonNode work(String lead, String act, String json, int status) {
        HttpRequest request = api("/api/v1/leads/" + lead + "/" + act)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer =
                Awaitility.await(act).atMost(SOON).until(() -> answer(request), got -> got.statusCode() != 503);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    JsonNode get(String path) {
        return JSON.readTree(answered(api(path).GET().build()));
    }

    /** A busy machine may make the store late once. */
    private static String answered(HttpRequest request) {
        return Awaitility.await(request.uri().getPath())
                .atMost(SOON)
                .until(() -> answer(request), answer -> answer.statusCode() == 200)
                .body();
    }

    /** A document of the API that is no JSON. */
    String document(String path) {
        return answered(api(path).GET().build());
    }

    int statusOf(String path) {
        return status(api(path).GET().build());
    }

    int replay(String receipt) {
        return status(api("/api/v1/inquiries/" + receipt + "/replay")
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** What became of a receipt, as soon as it is this. */
    JsonNode became(String receipt, String state) {
        return eventually(
                "/api/v1/inquiries/" + receipt,
                status -> status.get("state").asString().equals(state));
    }

    JsonNode leadOf(String receipt) {
        return get("/api/v1/leads/" + became(receipt, "done").get("leadId").asString());
    }

    /** The leads of a phone number, as soon as they are as expected. */
    List<JsonNode> leadsOf(String phone, Predicate<List<JsonNode>> expected) {
        String path = "/api/v1/leads?phone=%2B" + phone.substring(1);
        return items(eventually(path, page -> expected.test(items(page))));
    }

    JsonNode onlyLeadOf(String phone) {
        return onlyLeadOf(phone, lead -> true);
    }

    JsonNode onlyLeadOf(String phone, Predicate<JsonNode> expected) {
        return leadsOf(phone, leads -> leads.size() == 1 && expected.test(leads.get(0)))
                .get(0);
    }

    static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    JsonNode eventually(String path, Predicate<JsonNode> expected) {
        return Awaitility.await(path).atMost(SOON).until(() -> get(path), expected);
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + apiToken);
    }

    private static String send(HttpRequest request) {
        return answer(request).body();
    }

    private static int status(HttpRequest request) {
        return answer(request).statusCode();
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
