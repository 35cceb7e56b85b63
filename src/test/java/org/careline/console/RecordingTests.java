package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Lead;
import org.careline.lead.Touch;
import org.careline.recording.FinishedRecording;
import org.careline.recording.KeptRecording;
import org.careline.recording.RecordingBook.Opened;
import org.careline.recording.RecordingId;
import org.careline.recording.Sound;
import org.careline.recording.State;
import org.careline.support.Actors;
import org.careline.support.MovableClock;
import org.careline.web.DoorFakes;
import org.careline.web.Doors;
import org.careline.web.RecordingsAtADoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages on a lead's page, and listening to them. */
@Doors
class RecordingTests {

    private static final RecordingId ID = new RecordingId("RE00000000000000000000000000000001");
    private static final String PATH = "/console/recordings/" + ID;
    private static final Instant NINE = MovableClock.MONDAY_NINE;

    private final DoorFakes behind;
    private final RecordingsAtADoor recordings;
    private final Visitor ana;
    private final int port;

    @Autowired
    RecordingTests(DoorFakes behind, RecordingsAtADoor recordings, MovableClock clock, @LocalServerPort int port) {
        behind.forget();
        recordings.forget();
        clock.reset();
        this.behind = behind;
        this.recordings = recordings;
        this.port = port;
        this.ana = Visitor.signedIn(port, "ana");
    }

    @Test
    void aMessageThatIsHereCanBePlayed() {
        recordings.known.put(ID, kept(State.KEPT, NINE.plusSeconds(86_400), null));

        assertThat(page(message()))
                .contains("<strong>Message</strong>", "1:05", "23 Nov, 09:00 EST")
                .contains("<audio controls", "preload=\"none\"", "src=\"" + PATH + "\"")
                .contains("aria-labelledby=\"recording-0\"", "Kept until 24 November 2026.");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPECTED,Still with the phone company",
        "ERASING,it is being erased",
        "ERASED,Erased on 23 November 2026.",
        "LOST,has no sound of it"
    })
    void oneThatIsNotHereSaysWhereItIs(State state, String words) {
        recordings.known.put(ID, kept(state, null, state == State.ERASED ? NINE : null));

        assertThat(page(message())).contains(words).doesNotContain("<audio");
    }

    @Test
    void oneThatWasNotHandedOverYetIsWithThePhoneCompany() {
        assertThat(page(message())).contains("Still with the phone company").doesNotContain("<audio");
    }

    @Test
    void aLeadWithoutRecordingsHasNoSuchPlace() {
        assertThat(page()).doesNotContain("Recordings");
    }

    @Test
    void theTimelineTellsWhatACallerWasToldOfRecordingAndSaid() {
        Fact announced = new Fact(Kind.RECORDING_CONSENT, "announced", NINE, Map.of("version", "2026-11"));
        Fact declined = new Fact(Kind.RECORDING_CONSENT, "declined", NINE, Map.of("version", "2026-11"));

        assertThat(page(announced)).contains("(recorded; the caller heard announcement 2026-11)");
        assertThat(page(announced, declined)).contains("(not recorded: the caller declined)");
    }

    @Test
    void whoeverIsSignedInHearsItAndIsNoted() {
        recordings.sounds.put(ID, new Sound("0123456789".getBytes(StandardCharsets.UTF_8)));

        HttpResponse<String> whole = ana.get(PATH);
        HttpResponse<String> part = ana.get(PATH, "Range", "bytes=2-4");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo("0123456789");
        assertThat(whole.headers().firstValue("Content-Type")).contains("audio/mpeg");
        assertThat(whole.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
        assertThat(recordings.listeners).containsOnly(Actors.person("ana"));
    }

    @Test
    void whoeverIsNotSignedInHearsNothing() {
        recordings.sounds.put(ID, new Sound(new byte[] {1}));

        HttpResponse<String> answer = new Visitor(port).get(PATH);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/login");
        assertThat(recordings.listeners).isEmpty();
    }

    @Test
    void whatCannotBeHeardSaysWhy() {
        assertThat(status(new Opened.NotHere(State.EXPECTED))).isEqualTo(404);
        assertThat(status(new Opened.NotHere(State.ERASED))).isEqualTo(410);
        assertThat(status(new Opened.Unreadable(true))).isEqualTo(500);
        assertThat(status(new Opened.Unknown())).isEqualTo(404);
        assertThat(ana.get("/console/recordings/x").statusCode()).isEqualTo(404);
    }

    private int status(Opened opened) {
        recordings.sounds.put(ID, opened);
        return ana.get(PATH).statusCode();
    }

    private static Fact message() {
        return new Fact(Kind.VOICEMAIL, "left", NINE, Map.of("recording", ID.value(), "duration", "65"));
    }

    private static KeptRecording kept(State state, @Nullable Instant until, @Nullable Instant erased) {
        return new KeptRecording(ID, FinishedRecording.Kind.MESSAGE, 65, NINE, state, until, erased);
    }

    private String page(Fact... facts) {
        Lead lead = SomeLeads.of("call:CA1", "Maya Ortiz", 0);
        behind.put(lead);
        Touch touch = SomeLeads.touchOf("call:CA1", lead, "").learning(new ArrayList<>(List.of(facts)));
        behind.touches.put(touch.id(), touch);
        return ana.get("/console/leads/" + lead.id()).body();
    }
}
