package org.careline.carrier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.careline.carrier.Answer.Done;
import org.careline.carrier.Answer.Refused;
import org.careline.carrier.Answer.TooSoon;
import org.careline.carrier.Answer.Unknown;
import org.careline.carrier.NumberSetup.Hook;
import org.careline.node.StartRefused;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Every request and every stubbed answer is checked against Twilio's own description; its examples are the answers. */
@EnabledIfEnvironmentVariable(
        named = TwilioDocument.FILE,
        matches = ".+",
        disabledReason = "CARELINE_TEST_TWILIO_OPENAPI does not name Twilio's description of its API")
class TwilioCarrierTests {

    private static final String ROOT = "/2010-04-01/Accounts/{AccountSid}/";
    private static final String CALL = "CA" + "0".repeat(31) + "1";
    private static final String RECORDING = "RE" + "0".repeat(31) + "1";
    private static final String NUMBER = "PN" + "0".repeat(31) + "1";
    private static final Instant MORNING = Instant.parse("2026-11-23T14:00:00Z");
    private static final Leg LEG = new Leg(
            "+18445550100",
            "+13055550170",
            URI.create("https://phone.example.org/twilio/voice/leg/0/answer"),
            URI.create("https://phone.example.org/twilio/voice/leg/0/status"),
            Duration.ofSeconds(20));

    private final TwilioDocument document = TwilioDocument.shared();
    private final StubbedTwilio twilio = new StubbedTwilio();
    private final MovableClock clock = new MovableClock();
    private final CarrierSettings settings = new CarrierSettings(StubbedTwilio.ACCOUNT, twilio.url(), "", "", 1);
    private final Carrier carrier = new TwilioCarrier(
            StubbedTwilio.ACCOUNT, () -> TwilioConnection.open(settings, "0".repeat(32)), new CallRateLimit(1, clock));

    @AfterEach
    void everyExchangeIsAsTwilioDescribesIt() {
        twilio.judge(document);
        twilio.close();
    }

    @Test
    void anApiKeyAsksInsteadOfTheToken() {
        CarrierSettings byKey =
                new CarrierSettings(StubbedTwilio.ACCOUNT, twilio.url(), "SK" + "1".repeat(32), "secret-of-the-key", 1);
        Carrier asking = new TwilioCarrier(
                StubbedTwilio.ACCOUNT, () -> TwilioConnection.open(byKey, "0".repeat(32)), new CallRateLimit(1, clock));
        twilio.answers(
                "GET",
                "Calls/" + CALL + ".json",
                200,
                document.example(ROOT + "Calls/{Sid}.json", "get", "200", "fetch"));

        assertThat(asking.call(CALL).told()).isPresent();

        String login = "SK" + "1".repeat(32) + ":secret-of-the-key";
        assertThat(twilio.asked().get(0).header("Authorization").firstValue())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        assertThat(byKey.toString()).doesNotContain("secret-of-the-key");
    }

    @ParameterizedTest
    @CsvSource({
        "'', SK1, '', careline.twilio.api-secret",
        "'', '', secret, careline.twilio.api-key",
        "http://twilio.example.org, '', '', careline.twilio.api-base-url",
        "http://10.0.0.1:8080, '', '', careline.twilio.api-base-url",
        "http://127.evil.example.org, '', '', careline.twilio.api-base-url",
    })
    void halfAKeyAndAnAddressInTheClearAreRefusedAtTheStart(String url, String key, String secret, String setting) {
        CarrierSettings refused = new CarrierSettings("AC1", url, key, secret, 1);

        assertThatThrownBy(refused::checked)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(setting)
                .hasMessageNotContainingAny("example.org", "10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://twilio.example.org",
                "http://localhost:9090",
                "http://127.0.0.1:9090",
                "http://127.1.2.3",
                "http://[::1]:9090"
            })
    void httpsAndThisMachineAreGood(String url) {
        assertThat(new CarrierSettings("AC1", url, "", "", 1).checked().byKey()).isFalse();
    }

    @Test
    void readsCallsPageByPage() {
        ObjectNode first = document.example(ROOT + "Calls.json", "get", "200", "readFullPage1");
        ObjectNode second = document.example(ROOT + "Calls.json", "get", "200", "readFullPage2");
        first.put("next_page_uri", StubbedTwilio.path("Calls.json") + "?Page=1&PageSize=2&PageToken=PA1");
        second.putNull("next_page_uri");
        inbound((ObjectNode) first.get("calls").get(0), CALL);
        twilio.answersInPages("Calls.json", first, second);

        List<PhoneCall> calls = carrier.callsSince(MORNING).told().orElseThrow();

        assertThat(calls)
                .hasSize(first.get("calls").size() + second.get("calls").size());
        assertThat(calls.get(0))
                .isEqualTo(new PhoneCall(
                        CALL,
                        null,
                        "inbound",
                        "+13055550123",
                        "+18445550100",
                        "completed",
                        MORNING,
                        MORNING.plusSeconds(31),
                        "31"));
        assertThat(calls.get(0).inbound()).isTrue();
        assertThat(calls.get(0)).hasToString("PhoneCall[" + CALL + ", inbound, completed]");
        assertThat(twilio.asked().get(0).queryParameter("StartTime>").firstValue())
                .startsWith("2026-11-23T14:00:00");
    }

    private static void inbound(ObjectNode call, String sid) {
        call.put("sid", sid).put("direction", "inbound").putNull("parent_call_sid");
        call.put("from", "+13055550123").put("to", "+18445550100").put("status", "completed");
        call.put("start_time", "Mon, 23 Nov 2026 14:00:00 +0000");
        call.put("end_time", "Mon, 23 Nov 2026 14:00:31 +0000").put("duration", "31");
    }

    @Test
    void aLegIsNoInboundCall() {
        ObjectNode leg = document.example(ROOT + "Calls/{Sid}.json", "get", "200", "fetch");
        inbound(leg, CALL);
        leg.put("parent_call_sid", "CA" + "0".repeat(31) + "2");
        twilio.answers("GET", "Calls/" + CALL + ".json", 200, leg);

        assertThat(carrier.call(CALL).told().orElseThrow().inbound()).isFalse();
    }

    @Test
    void readsMessages() {
        ObjectNode page = document.example(ROOT + "Recordings.json", "get", "200", "readFull");
        ObjectNode message = (ObjectNode) page.get("recordings").get(0);
        message.put("sid", RECORDING).put("call_sid", CALL).put("source", "RecordVerb");
        twilio.answers("GET", "Recordings.json", 200, page);

        VoiceRecording told =
                carrier.recordingsSince(MORNING).told().orElseThrow().get(0);

        assertThat(told.message()).isTrue();
        assertThat(told.call()).isEqualTo(CALL);
        assertThat(told.url()).contains("/Recordings/");
    }

    @Test
    void fetchesAndDeletesASound() {
        byte[] sound = {(byte) 0xff, (byte) 0xfb, 0, 13, 10, (byte) 0x80};
        twilio.answers("GET", "Recordings/" + RECORDING + ".mp3", aResponse().withBody(sound));
        twilio.answers(
                "DELETE", "Recordings/" + RECORDING + ".json", aResponse().withStatus(204));

        assertThat(carrier.media(RECORDING).told().orElseThrow()).isEqualTo(sound);
        assertThat(carrier.delete(RECORDING)).isEqualTo(new Done<>(RECORDING));
    }

    @Test
    void readsAndSetsUpNumbers() {
        ObjectNode page = document.example(ROOT + "IncomingPhoneNumbers.json", "get", "200", "readFull");
        ObjectNode number = (ObjectNode) page.get("incoming_phone_numbers").get(0);
        withoutApplications(number).put("sid", NUMBER).put("phone_number", "+18445550100");
        twilio.answers("GET", "IncomingPhoneNumbers.json", 200, page);
        NumberSetup wanted = new NumberSetup(
                NUMBER,
                "+18445550100",
                new Hook("https://phone.example.org/twilio/voice/inbound#ct=2000&rp=ct,5xx", "POST"),
                "https://other.example.org/fallback.xml",
                new Hook("https://phone.example.org/twilio/voice/status#rc=5&rp=all", "POST"),
                "",
                "");
        ObjectNode updated = document.example(ROOT + "IncomingPhoneNumbers/{Sid}.json", "post", "200", "update");
        withoutApplications(updated)
                .put("sid", NUMBER)
                .put("voice_url", wanted.voice().url());
        twilio.answers("POST", "IncomingPhoneNumbers/" + NUMBER + ".json", 200, updated);

        assertThat(carrier.numbers().told().orElseThrow())
                .containsExactly(new NumberSetup(
                        NUMBER, "+18445550100", new Hook("", "POST"), "", new Hook("", "POST"), "", ""));
        assertThat(carrier.setUp(wanted).told().orElseThrow().voice()).isEqualTo(wanted.voice());
        LoggedRequest sent = twilio.asked().get(1);
        assertThat(sent.formParameter("VoiceUrl").firstValue())
                .isEqualTo(wanted.voice().url());
        assertThat(sent.formParameters()).doesNotContainKeys("TrunkSid", "VoiceApplicationSid");
    }

    /** The example has empty texts there, which its own schema forbids. */
    private static ObjectNode withoutApplications(ObjectNode number) {
        return number.putNull("sms_application_sid").putNull("voice_application_sid");
    }

    @Test
    void ringsAPhoneAndEndsTheCall() {
        ObjectNode made = document.example(ROOT + "Calls.json", "post", "201", "create");
        twilio.answers("POST", "Calls.json", 201, made.put("sid", CALL));
        ObjectNode over = document.example(ROOT + "Calls/{Sid}.json", "post", "200", "update");
        twilio.answers("POST", "Calls/" + CALL + ".json", 200, over);

        assertThat(carrier.place(LEG)).isEqualTo(new Done<>(CALL));
        assertThat(carrier.end(CALL)).isInstanceOf(Done.class);
        assertThat(twilio.asked().get(0).formParameter("StatusCallbackEvent").values())
                .containsExactly("initiated", "ringing", "answered", "completed");
    }

    @Test
    void placesNoMoreCallsThanTheAccountMay() {
        twilio.answers("POST", "Calls.json", 201, document.example(ROOT + "Calls.json", "post", "201", "create"));

        carrier.place(LEG);
        clock.advance(Duration.ofMillis(400));
        Answer<String> early = carrier.place(LEG);
        clock.advance(Duration.ofMillis(600));

        assertThat(early).isEqualTo(new TooSoon<>(Duration.ofMillis(600)));
        assertThat(carrier.place(LEG)).isInstanceOf(Done.class);
        assertThat(twilio.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void aCommandWhoseOutcomeIsNotKnownIsSentOnce(int status) {
        twilio.answers("POST", "Calls.json", aResponse().withStatus(status).withBody("{\"status\": " + status + "}"));

        assertThat(carrier.place(LEG)).isInstanceOf(Unknown.class);
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void aCommandWithoutAnAnswerIsSentOnce() {
        twilio.answers("POST", "Calls.json", aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(carrier.place(LEG)).isInstanceOf(Unknown.class);
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void aRefusalHasTwiliosCode() {
        String body = "{\"code\": 21220, \"message\": \"not in progress\", \"more_info\": \"\", \"status\": 400}";
        twilio.answers(
                "POST", "Calls/" + CALL + ".json", aResponse().withStatus(400).withBody(body));
        String busy = "{\"code\": 20429, \"message\": \"too many\", \"more_info\": \"\", \"status\": 429}";
        twilio.answers("POST", "Calls.json", aResponse().withStatus(429).withBody(busy));

        assertThat(carrier.end(CALL)).isEqualTo(new Refused<>(21220));
        assertThat(carrier.place(LEG)).isEqualTo(new Refused<>(20429));
        assertThat(twilio.asked()).hasSize(2);
    }

    @Test
    void aMissingSoundIsRefusedAndABrokenListIsUnknown() {
        twilio.answers("GET", "Recordings/" + RECORDING + ".mp3", aResponse().withStatus(404));
        twilio.answers(
                "GET", "Calls/" + CALL + ".json", aResponse().withStatus(200).withFault(Fault.EMPTY_RESPONSE));

        assertThat(carrier.media(RECORDING)).isEqualTo(new Refused<>(404));
        assertThat(carrier.call(CALL)).isInstanceOf(Unknown.class);
    }
}
