package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.careline.rehearsal.Faults.Rest;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;
import org.careline.web.UrlEncoded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twilio's REST API as the network answers it: calls and recordings. */
class RestApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROOT = Resources.ROOT;
    private static final String CALLS = ROOT + "Calls.json";
    private static final String RECORDINGS = ROOT + "Recordings.json";
    private static final String ANA = "+13055550111";
    private static final String MONDAY = "2026-11-23T14:00:00Z";
    private static final String NOBODY = "0".repeat(32);

    private final PlayedClinic clinic = new PlayedClinic();
    private final RestApi api = new RestApi(clinic.network);
    private String here = "";

    @BeforeEach
    void whereTheClinicIs() {
        here = clinic.network.network().clinic.base().get().toString();
        clinic.answers("<Pause length=\"60\"/>").says("leg", "<Pause length=\"30\"/>");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private RestAnswer asked(String method, String path, String query, Map<String, String> form) {
        String sent = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .reduce((one, next) -> one + "&" + next)
                .orElse("");
        return api.answer(new RestRequest(
                method,
                path,
                UrlEncoded.parse(query).orElseThrow(),
                UrlEncoded.parse(sent).orElseThrow()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private RestAnswer get(String path, String query) {
        return asked("GET", path, query, Map.of());
    }

    private RestAnswer post(String path, Map<String, String> form) {
        return asked("POST", path, "", form);
    }

    private static JsonNode json(RestAnswer answer) {
        return JSON.readTree(answer.body);
    }

    private static int code(RestAnswer answer) {
        return json(answer).get("code").asInt();
    }

    private static String callOf(String sid) {
        return ROOT + "Calls/" + sid + ".json";
    }

    private Map<String, String> origin(String to) {
        return Map.of("To", to, "From", PlayedClinic.NUMBER, "Url", here + "/leg", "Timeout", "10");
    }

    private String placed() {
        return json(post(CALLS, origin(ANA))).get("sid").asString();
    }

    @Test
    void aCallIsPlacedAndTold() {
        RestAnswer answer = post(CALLS, origin(ANA));

        assertThat(answer.status).isEqualTo(201);
        assertThat(answer.type).isEqualTo("application/json");
        JsonNode call = json(answer);
        assertThat(call.get("to").asString()).isEqualTo(ANA);
        assertThat(call.get("status").asString()).isEqualTo("queued");
        assertThat(call.get("direction").asString()).isEqualTo("outbound-api");
        assertThat(call.get("start_time").isNull()).isTrue();
        assertThat(call.get("duration").isNull()).isTrue();
        clinic.pass(Duration.ofSeconds(3));
        assertThat(clinic.line(call.get("sid").asString()).doing()).isEqualTo(Doing.RINGS);
    }

    @Test
    void itRingsAsLongAsItIsAskedTo() {
        String sid = placed();
        clinic.ends();

        assertThat(clinic.line(sid).status()).isEqualTo("no-answer");
        assertThat(clinic.seconds(sid)).isEqualTo(1 + 10 + 5);
    }

    @Test
    void whoeverPicksUpHearsTheDocumentThatWasGiven() {
        clinic.network.behaviour(ANA, PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(1)));
        Map<String, String> given =
                Map.of("To", ANA, "From", PlayedClinic.NUMBER, "Twiml", "<Response><Say>It is us</Say></Response>");

        String sid = json(post(CALLS, given)).get("sid").asString();
        clinic.ends();

        assertThat(clinic.steps(sid, Kind.SAID)).containsExactly("It is us");
    }

    @ParameterizedTest
    @CsvSource({
        "To, hello, 21211",
        "To, '', 21211",
        "From, 18445550100, 21212",
        "Url, '', 21205",
        "Url, http://[, 21205"
    })
    void whatCannotBePlacedIsRefusedWithTwiliosCode(String field, String value, int code) {
        Map<String, String> form = new TreeMap<>(origin(ANA));
        form.put(field, value);

        RestAnswer answer = post(CALLS, form);

        assertThat(answer.status).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(clinic.network.view().lines()).isEmpty();
    }

    @Test
    void aCallIsToldAsItIsNow() {
        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(5));

        JsonNode goesOn = json(get(callOf(sid), ""));
        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.ends();
        JsonNode over = json(get(callOf(sid), ""));

        assertThat(goesOn.get("status").asString()).isEqualTo("in-progress");
        assertThat(goesOn.get("end_time").isNull()).isTrue();
        assertThat(goesOn.get("start_time").asString()).isEqualTo("Mon, 23 Nov 2026 14:00:00 +0000");
        assertThat(over.get("status").asString()).isEqualTo("completed");
        assertThat(over.get("duration").asString()).isEqualTo("5");
        assertThat(over.get("end_time").asString()).isEqualTo("Mon, 23 Nov 2026 14:00:05 +0000");
    }

    @Test
    void aCallIsEndedOverRest() {
        String caller = clinic.call();
        String ringing = placed();
        clinic.pass(Duration.ofSeconds(3));

        RestAnswer ended = post(callOf(caller), Map.of("Status", "completed"));
        RestAnswer canceled = post(callOf(ringing), Map.of("Status", "canceled"));
        clinic.ends();

        assertThat(json(ended).get("status").asString()).isEqualTo("completed");
        assertThat(json(canceled).get("status").asString()).isEqualTo("canceled");
        assertThat(clinic.line(caller).status()).isEqualTo("completed");
        assertThat(clinic.last("twilio/voice/status").field("CallStatus")).isEqualTo("completed");
        assertThat(clinic.asked("leg")).isEmpty();
    }

    @Test
    void whatIsOverIsNotEndedAgain() {
        String caller = clinic.call();
        clinic.network.act(caller, new PhoneAction.HangUp());
        clinic.ends();

        assertThat(code(post(callOf(caller), Map.of("Status", "completed")))).isEqualTo(21220);
        assertThat(code(post(callOf(caller), Map.of("Url", here + "/leg")))).isEqualTo(21220);
        assertThat(clinic.asked("twilio/voice/status")).hasSize(1);
    }

    @Test
    void whoeverTalksIsNotCanceled() {
        String caller = clinic.call();
        clinic.pass(Duration.ofSeconds(3));

        assertThat(code(post(callOf(caller), Map.of("Status", "canceled")))).isEqualTo(21218);
        assertThat(code(post(callOf(caller), Map.of("Status", "busy")))).isEqualTo(21218);
        assertThat(clinic.line(caller).ended()).isNull();
    }

    @Test
    void aCallIsSentElsewhereOverRest() {
        clinic.says("elsewhere", "<Say>Here</Say>");
        String caller = clinic.call();
        clinic.pass(Duration.ofSeconds(3));

        RestAnswer answer = post(callOf(caller), Map.of("Url", here + "/elsewhere"));
        clinic.ends();

        assertThat(answer.status).isEqualTo(200);
        assertThat(clinic.steps(caller, Kind.SAID)).containsExactly("Here");
        assertThat(clinic.seconds(caller)).isLessThan(10);
    }

    @Test
    void aPhoneThatStillRingsIsNotSentElsewhere() {
        String ringing = placed();
        clinic.pass(Duration.ofSeconds(3));

        assertThat(code(post(callOf(ringing), Map.of("Url", here + "/leg")))).isEqualTo(21218);
    }

    @Test
    void callsAreListedByWhatIsAskedFor() {
        String caller = clinic.call();
        String ringing = placed();
        clinic.pass(Duration.ofSeconds(3));

        assertThat(listed("")).containsExactly(caller, ringing);
        assertThat(listed("To=" + encoded(ANA))).containsExactly(ringing);
        assertThat(listed("From=" + encoded(PlayedClinic.CALLER))).containsExactly(caller);
        assertThat(listed("Status=ringing")).containsExactly(ringing);
        assertThat(listed("Status=completed")).isEmpty();
        assertThat(listed("ParentCallSid=" + caller)).isEmpty();
    }

    @Test
    void callsAreListedFromATimeToATime() {
        String first = clinic.call();
        clinic.pass(Duration.ofSeconds(10));
        String second = clinic.call();
        Instant began = clinic.line(second).began();

        assertThat(listed("StartTime" + encoded(">") + "=" + encoded(began.toString())))
                .containsExactly(second);
        assertThat(listed("StartTime" + encoded("<") + "="
                        + encoded(began.minusSeconds(1).toString())))
                .containsExactly(first);
        assertThat(listed("StartTime" + encoded(">") + "=" + encoded("2026-11-23T14:00:05")))
                .containsExactly(second);
        assertThat(listed("StartTime" + encoded(">") + "=yesterday")).containsExactly(first, second);
    }

    private List<String> listed(String query) {
        List<String> sids = new ArrayList<>();
        json(get(CALLS, query))
                .get("calls")
                .forEach(call -> sids.add(call.get("sid").asString()));
        return sids;
    }

    /** Each page is asked for at the address that the page before it names, as the SDK does. */
    @Test
    void allPagesOfAListAreOfTheSameList() {
        List<String> wanted = new ArrayList<>();
        for (int one = 0; one < 5; one++) {
            wanted.add(clinic.call());
        }
        clinic.pass(Duration.ofSeconds(10));
        String tooLate = clinic.call();
        String query = "PageSize=2&StartTime" + encoded("<") + "="
                + encoded(clinic.clock.instant().minusSeconds(5).toString());

        List<String> found = new ArrayList<>();
        JsonNode page = json(get(CALLS, query));
        while (true) {
            page.get("calls").forEach(call -> found.add(call.get("sid").asString()));
            if (page.get("next_page_uri").isNull()) {
                break;
            }
            URI next = URI.create(page.get("next_page_uri").asString());
            page = json(get(next.getPath(), next.getRawQuery()));
        }

        assertThat(found).containsExactlyElementsOf(wanted).doesNotContain(tooLate);
        assertThat(page.get("page").asInt()).isEqualTo(2);
        assertThat(page.get("previous_page_uri").asString()).contains("Page=1");
    }

    @ParameterizedTest
    @CsvSource({"'', 50", "PageSize=0, 1", "PageSize=5000, 1000", "PageSize=many, 50", "PageSize=7, 7"})
    void aPageHasOneToAThousandEntries(String query, int size) {
        assertThat(json(get(CALLS, query)).get("page_size").asInt()).isEqualTo(size);
    }

    @Test
    void recordingsAreListedToldHeardAndErased() {
        String sid = recorded();
        String caller = clinic.network.view().lines().get(0).sid();
        String recording = ROOT + "Recordings/" + sid;

        assertThat(json(get(RECORDINGS, "CallSid=" + caller)).get("recordings")).hasSize(1);
        assertThat(json(get(RECORDINGS, "CallSid=CA" + NOBODY)).get("recordings"))
                .isEmpty();
        assertThat(json(get(recording + ".json", "")).get("duration").asString())
                .isEqualTo("6");
        assertThat(get(recording + ".mp3", "").type).isEqualTo("audio/wav");
        assertThat(get(recording, "").body).isEqualTo(WavTone.wav());

        assertThat(asked("DELETE", recording + ".json", "", Map.of()).status).isEqualTo(204);
        assertThat(asked("DELETE", recording + ".json", "", Map.of()).status).isEqualTo(404);
        assertThat(get(recording + ".wav", "").status).isEqualTo(404);
        assertThat(json(get(RECORDINGS, "")).get("recordings")).isEmpty();
    }

    private String recorded() {
        clinic.answers("<Record action=\"/taken\" timeout=\"2\"/>").says("taken", "<Hangup/>");
        String caller = clinic.call();
        clinic.pass(Duration.ofSeconds(2));
        clinic.network.act(caller, new PhoneAction.Speak(Duration.ofSeconds(3)));
        clinic.ends();
        return clinic.last("taken").field("RecordingSid");
    }

    @Test
    void recordingsAreListedFromATime() {
        String sid = recorded();
        Instant later = clinic.clock.instant();
        String since = "DateCreated" + encoded(">") + "=";

        assertThat(json(get(RECORDINGS, since + encoded(later.toString()))).get("recordings"))
                .isEmpty();
        assertThat(json(get(RECORDINGS, since + encoded(MONDAY)))
                        .get("recordings")
                        .get(0)
                        .get("sid")
                        .asString())
                .isEqualTo(sid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2010-04-01/Accounts/AC00000000000000000000000000000001/Calls.json",
                "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json",
                "/2010-04-01/Accounts/AC00000000000000000000000000000000/Calls/CA00000000000000000000000000000000.json",
                "/2010-04-01/Accounts/AC00000000000000000000000000000000/Recordings/RE00000000000000000000000000000000.json",
                "/2010-04-01/Accounts/AC00000000000000000000000000000000/Calls/hello.json",
                "/2010-04-01/"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path, "").status).isEqualTo(404);
        assertThat(code(get(path, ""))).isEqualTo(20404);
    }

    @Test
    void whatCannotBeDoneSoIsNotAllowed() {
        String caller = clinic.call();

        assertThat(asked("DELETE", CALLS, "", Map.of()).status).isEqualTo(405);
        assertThat(asked("DELETE", callOf(caller), "", Map.of()).status).isEqualTo(405);
        assertThat(asked("POST", RECORDINGS, "", Map.of()).status).isEqualTo(405);
        assertThat(asked("PUT", ROOT + "Recordings/RE" + NOBODY + ".json", "", Map.of()).status)
                .isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource
    void theStateOfTheApiIsAsTheNetworkWasTold(Rest state) {
        clinic.network.faults(new Faults(Map.of(), state));

        RestAnswer answer = post(CALLS, origin(ANA));

        assertThat(answer.status)
                .isEqualTo(
                        switch (state) {
                            case WORKS -> 201;
                            case DOWN, PLACES_UNTOLD -> 503;
                            case TOO_MANY -> 429;
                        });
        boolean placed = state == Rest.WORKS || state == Rest.PLACES_UNTOLD;
        assertThat(clinic.network.view().lines()).hasSize(placed ? 1 : 0);
        assertThat(get(CALLS, "").status).isEqualTo(state == Rest.DOWN ? 503 : 200);
    }

    @Test
    void anErrorIsWrittenAsTwilioWritesIt() {
        JsonNode error = json(RestAnswer.error(400, 21211, "Not a number"));

        assertThat(error.get("status").asInt()).isEqualTo(400);
        assertThat(error.get("message").asString()).isEqualTo("Not a number");
        assertThat(error.get("more_info").asString()).endsWith("/21211");
    }
}
