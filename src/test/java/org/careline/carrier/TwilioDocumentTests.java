package org.careline.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A judge that never says no would be no judge. */
@EnabledIfEnvironmentVariable(
        named = TwilioDocument.FILE,
        matches = ".+",
        disabledReason = "CARELINE_TEST_TWILIO_OPENAPI does not name Twilio's description of its API")
class TwilioDocumentTests {

    private static final String CALLS = "/2010-04-01/Accounts/{AccountSid}/Calls.json";
    private static final String NUMBERS = "From=%2B18445550100&To=%2B13055550170&Url=https%3A%2F%2Fx.example.org";

    private final TwilioDocument document = TwilioDocument.shared();

    @Test
    void aRequestAsDescribedIsSound() throws Exception {
        judged(NUMBERS + "&Timeout=20", document.example(CALLS, "post", "201", "create"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To=%2B13055550170&Url=https%3A%2F%2Fx.example.org",
                NUMBERS + "&Timeout=soon",
                NUMBERS + "&Record=perhaps",
                NUMBERS + "&StatusCallbackMethod=SHOUT"
            })
    void aRequestThatIsNotIsFound(String form) {
        ObjectNode answer = document.example(CALLS, "post", "201", "create");

        assertThatThrownBy(() -> judged(form, answer)).isInstanceOf(AssertionError.class);
    }

    @Test
    void anInventedAnswerIsFound() {
        ObjectNode answer = document.example(CALLS, "post", "201", "create").put("sid", "CA1");

        assertThatThrownBy(() -> judged(NUMBERS, answer)).isInstanceOf(AssertionError.class);
    }

    private void judged(String form, ObjectNode answer) throws Exception {
        try (StubbedTwilio twilio = new StubbedTwilio()) {
            twilio.answers("POST", "Calls.json", 201, answer);
            HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.url() + StubbedTwilio.path("Calls.json")))
                    .header("Content-Type", TypedForm.FORM)
                    .header("Authorization", "Basic QUMxOnRva2Vu")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(201);
            twilio.judge(document);
        }
    }
}
