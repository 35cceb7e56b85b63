package org.careline.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.careline.rehearsal.Interruption.NotUnderstood;
import org.careline.rehearsal.Step.Kind;

/** Asks the clinic's addresses, signed and over HTTP. */
final class Webhooks {

    /** Twilio, "Webhooks: connection overrides": 15 seconds in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_FAILURE = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final NetworkTime networkTime;
    private final Clinic clinic;

    Webhooks(NetworkTime networkTime, Clinic clinic) {
        this.networkTime = networkTime;
        this.clinic = clinic;
    }

    /** What came back; the status is 0 if nothing did. */
    record Reply(int status, String body) {

        boolean good() {
            return status >= FIRST_SUCCESS && status < FIRST_FAILURE;
        }
    }

    /** The document at an address, told to be played on this line. */
    Twiml ask(Line line, URI address, String method, Form form, Grammar grammar) {
        line.address = address.getPath();
        if (!clinic.isOurs(address)) {
            throw new NotUnderstood(
                    "an address on another machine, which a rehearsal does not ask: " + address.getHost());
        }
        Reply reply = send(address, method, form);
        line.step(Kind.ASKED, String.valueOf(reply.status()));
        if (!reply.good()) {
            throw new NotUnderstood(
                    reply.status() == 0
                            ? "no answer in 15 seconds (11200)"
                            : "the status " + reply.status() + " (11200)");
        }
        return Twiml.read(address, reply.body(), grammar);
    }

    /** Sends while the others go on. */
    Reply send(URI address, String method, Form form) {
        HttpRequest request = request(address, method, form);
        return networkTime.outside(() -> sent(request));
    }

    private Reply sent(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException nobody) {
            return new Reply(0, "");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Reply(0, "");
        }
    }

    private HttpRequest request(URI address, String method, Form form) {
        String token = clinic.token().get();
        if (method.equals("GET")) {
            String query = (address.getRawQuery() == null ? "?" : "&") + form.encoded();
            URI whole = URI.create(address + query);
            return builder(clinic.real(whole), Form.EMPTY.signature(token, whole.toString()))
                    .GET()
                    .build();
        }
        return builder(clinic.real(address), form.signature(token, address.toString()))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(form.encoded()))
                .build();
    }

    private static HttpRequest.Builder builder(URI real, String signature) {
        return HttpRequest.newBuilder(real).timeout(PATIENCE).header("X-Twilio-Signature", signature);
    }
}
