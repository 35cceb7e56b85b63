package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careline.rehearsal.Step.Kind;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts played against a clinic of a few documents: what callers do, and what is compared afterwards. */
class ScriptPlayTests {

    private static final String ANA = "+13055550111";
    private static final String LEAD = "0123456789abcdef01234567";

    @TempDir
    private Path folder;

    private final PlayedClinic clinic = new PlayedClinic();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final HttpServer careline = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @BeforeEach
    void theApi() {
        careline.createContext("/api/v1/", networkTime -> {
            String target = networkTime.getRequestMethod() + " " + networkTime.getRequestURI();
            asked.add(target + " " + networkTime.getRequestHeaders().getFirst("Authorization"));
            String answer = answers.get(target);
            byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
            networkTime.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            networkTime.getResponseBody().write(body);
            networkTime.close();
        });
        careline.start();
    }

    @AfterEach
    void close() {
        careline.stop(0);
        clinic.close();
    }

    private ScriptPlay script(String text) throws IOException {
        String whole = text.contains("callers:") ? text : """
            callers:
              - from: "+13055550175"
                to: "+18445550100"
            """ + text.indent(4);
        Path file = Files.writeString(
                folder.resolve("script.yaml"), "name: A script\nat: \"2026-11-23T09:00-05:00\"\n" + whole);
        URI api = URI.create("http://localhost:" + careline.getAddress().getPort());
        return new ScriptPlay(
                clinic.network,
                new DrivenTime(clinic.network, clinic.clock::advance),
                new LeadApi(api, "secret"),
                ScriptFile.below(file).get(0).script());
    }

    private List<Mismatch> play(String text) throws IOException {
        return script(text).play();
    }

    private String onlyCall() {
        return clinic.network.view().lines().get(0).sid();
    }

    @Test
    void aCallerDoesOneThingAfterTheOtherAsSoonAsItCanBeDone() throws IOException {
        clinic.answers("<Say>Thank you for calling</Say><Gather numDigits=\"1\" action=\"/key\" timeout=\"20\"/>")
                .says("key", "<Record action=\"/taken\" timeout=\"3\"/>")
                .says("taken", "<Say>Goodbye</Say><Pause length=\"60\"/>");

        List<Mismatch> misses = play("""
            does:
              - hear "Thank you"
              - wait 3s
              - press 2
              - leave-message 7s
              - hear Goodbye
              - hang-up
            """);

        assertThat(misses).isEmpty();
        assertThat(clinic.last("key").field("Digits")).isEqualTo("2");
        assertThat(clinic.last("taken").field("RecordingDuration")).isEqualTo("10");
        assertThat(clinic.seconds(onlyCall())).isLessThan(30);
    }

    @Test
    void wordsAreSaidToWhateverListens() throws IOException {
        clinic.answers("<Gather input=\"speech\" action=\"/words\" timeout=\"20\"/>")
                .says("words", "<Hangup/>");

        assertThat(play("does:\n  - say I need help\n")).isEmpty();
        assertThat(clinic.last("words").field("SpeechResult")).isEqualTo("I need help");
    }

    @Test
    void wordsThatWereHeardAreNotHeardAgain() throws IOException {
        clinic.answers("<Say>Hello</Say><Pause length=\"5\"/><Say>Hello</Say><Pause length=\"2\"/>");

        List<Mismatch> misses = play("""
            does:
              - hear Hello
              - hear Hello
              - hear Hello
            """);

        assertThat(misses).containsExactly(new Mismatch("callers[0].does[2]", "other words: Hello", "Hello"));
    }

    @Test
    void whatCannotBeDoneBeforeTheEndIsMissedAndTheRestIsLeft() throws IOException {
        clinic.answers("<Say>Goodbye</Say>");

        List<Mismatch> misses = play("""
            does:
              - press 1
              - leave-message 5s
            """);

        assertThat(misses).containsExactly(new Mismatch("callers[0].does[0]", "the call is over", "press 1"));
    }

    @Test
    void whoeverWaitsForAMenuThatNeverComesMissesIt() throws IOException {
        clinic.answers("<Pause length=\"400\"/>");

        assertThat(play("does:\n  - press 1\n"))
                .containsExactly(new Mismatch("callers[0].does[0]", "nothing listens", "press 1"));
    }

    @Test
    void wordsOfAnotherCallAreNotHeard() throws IOException {
        clinic.answers("<Pause/>");

        assertThat(play("does:\n  - hear Thank you\n"))
                .containsExactly(new Mismatch("callers[0].does[0]", "other words: nothing was said", "Thank you"));
    }

    @Test
    void callersCallWhenTheyAreToAndBesideEachOther() throws IOException {
        clinic.answers("<Pause length=\"30\"/>");

        List<Mismatch> misses = play("""
            callers:
              - from: "+13055550175"
                to: "+18445550100"
              - from: "+13055550176"
                to: "+18445550100"
                after: 10s
            """);

        assertThat(misses).isEmpty();
        List<LineView> lines = clinic.network.view().lines();
        assertThat(lines).extracting(LineView::from).containsExactly("+13055550175", "+13055550176");
        assertThat(lines.get(1).began()).isEqualTo(lines.get(0).began().plusSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTS, human", "NO_ANSWER, no-talk", "BUSY, no-talk"})
    void howACallEndsIsCompared(PhoneBehaviour.Kind behaviour, String end) throws IOException {
        clinic.answers("<Dial timeout=\"10\" callerId=\"+18445550100\">" + ANA + "</Dial>");

        List<Mismatch> misses = play("""
            phones:
              - number: "+13055550111"
                does: %s
                talks: 5s
            callers:
              - from: "+13055550175"
                to: "+18445550100"
                expect:
                  ended: %s
                  rings: ["+13055550111"]
            """.formatted(behaviour, end));

        assertThat(misses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"988", "+18002738255"})
    void aTalkWithTheCrisisLineIsOneOfItsOwnKind(String line) throws IOException {
        clinic.answers("<Dial callerId=\"+18445550100\">" + line + "</Dial>");

        List<Mismatch> misses = play("""
            phones:
              - number: "%s"
                talks: 5s
            callers:
              - from: "+13055550175"
                to: "+18445550100"
                expect:
                  ended: crisis
                  talks-with: "%s"
            """.formatted(line, line));

        assertThat(misses).isEmpty();
    }

    @Test
    void everythingThatBecameOtherwiseIsMissed() throws IOException {
        clinic.answers("<Pause length=\"20\"/>");

        List<Mismatch> misses = play("""
            expect:
              ended: human
              rings: ["+13055550111"]
              talks-with: "+13055550111"
              within: 10s
            """);

        assertThat(misses)
                .containsExactly(
                        new Mismatch("callers[0].expect.ended", "NO_TALK", "HUMAN"),
                        new Mismatch("callers[0].expect.rings", "[]", "[+13055550111]"),
                        new Mismatch("callers[0].expect.talks-with", "nobody", "+13055550111"),
                        new Mismatch("callers[0].expect.within", "20 seconds", "10 seconds at most"));
    }

    @Test
    void whatTwilioWouldNotUnderstandIsMissedInAnyCase() throws IOException {
        clinic.answers("<Conference/>");

        assertThat(play("")).singleElement().satisfies(miss -> {
            assertThat(miss.key()).isEqualTo("callers[0]");
            assertThat(miss.found()).contains("<Conference>");
            assertThat(miss.expected()).isEqualTo("TwiML that Twilio understands");
        });
    }

    @Test
    void whoIsAwayIsSaidToTheApiAndANameThatNobodyHasIsMissed() throws IOException {
        clinic.answers("<Hangup/>");
        answers.put("POST /api/v1/coordinators/ana/presence", "{}");

        List<Mismatch> misses = play("""
            away: [ana, zoe]
            callers:
              - from: "+13055550175"
                to: "+18445550100"
            """);

        assertThat(misses).containsExactly(new Mismatch("away[1]", "nobody of this id", "a coordinator's id"));
        assertThat(asked).allMatch(target -> target.endsWith("Bearer secret"));
    }

    @Test
    void whatTheApiSaysOfTheLeadIsCompared() throws IOException {
        clinic.answers("<Hangup/>");
        answers.put("GET /api/v1/leads?phone=%2B13055550175", "{\"items\": [{\"id\": \"" + LEAD + "\"}]}");
        answers.put("GET /api/v1/leads/" + LEAD, """
            {"nextAction": {"what": "CALL", "lane": "L3"},
             "touches": [{"outcome": "voicemail"}, {"outcome": "abandoned"}]}
            """);

        assertThat(play("""
            expect:
              lead:
                next-action: CALL
                lane: L3
                outcome: abandoned
            """)).isEmpty();
    }

    @Test
    void whatHappenedIsToldInOrderWithTheScriptsOwnClock() throws IOException {
        clinic.answers("<Say>Hello</Say><Hangup/>");
        ScriptPlay play = script("");
        assertThat(play.play()).isEmpty();

        List<String> transcript = play.transcript(MovableClock.MONDAY_NINE).toList();

        assertThat(transcript).hasSizeGreaterThan(4);
        assertThat(transcript.get(0)).startsWith("  09:00:00  +13055550175   PLACED");
        assertThat(transcript).anyMatch(line -> line.endsWith("Hello  [/twilio/voice/inbound]"));
        assertThat(play.transcript(clinic.clock.instant())).isEmpty();
        assertThat(clinic.steps(onlyCall(), Kind.ENDED)).containsExactly("completed");
    }
}
