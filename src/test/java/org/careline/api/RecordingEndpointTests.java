package org.careline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.careline.recording.RecordingBook.Opened;
import org.careline.recording.RecordingId;
import org.careline.recording.Sound;
import org.careline.recording.State;
import org.careline.staff.Actor;
import org.careline.web.Browser;
import org.careline.web.Doors;
import org.careline.web.RecordingsAtADoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class RecordingEndpointTests {

    private static final RecordingId ID = new RecordingId("RE00000000000000000000000000000001");
    private static final String PATH = "/api/v1/recordings/" + ID;

    private final Browser browser;
    private final RecordingsAtADoor recordings;

    @Autowired
    RecordingEndpointTests(@LocalServerPort int port, RecordingsAtADoor recordings) {
        this.browser = new Browser(port);
        this.recordings = recordings;
    }

    @BeforeEach
    void nothingIsKept() {
        recordings.forget();
    }

    @Test
    void theTokenOpensASound() {
        recordings.sounds.put(ID, new Sound("RIFF and more".getBytes(StandardCharsets.UTF_8)));

        HttpResponse<String> answer = browser.getWithToken(PATH);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("RIFF and more");
        assertThat(answer.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(recordings.listeners).containsExactly(new Actor.Client("api-token"));
        assertThat(browser.get(PATH).statusCode()).isEqualTo(401);
        assertThat(recordings.listeners).containsExactly(new Actor.Client("api-token"));
    }

    @Test
    void whatThereIsNotIsAProblem() {
        assertThat(refused(new Opened.Unknown(), 404)).contains("There is no recording with this id.");
        assertThat(refused(new Opened.NotHere(State.EXPECTED), 404)).contains("still with the carrier");
        assertThat(refused(new Opened.NotHere(State.LOST), 404)).contains("has no sound");
        assertThat(refused(new Opened.NotHere(State.ERASED), 410)).contains("erased");
        assertThat(refused(new Opened.Unreadable(true), 500)).contains("another key");
        assertThat(refused(new Opened.Unreadable(false), 500)).contains("damaged");
        assertThat(browser.getWithToken("/api/v1/recordings/x").statusCode()).isEqualTo(404);
    }

    private String refused(Opened opened, int status) {
        recordings.sounds.put(ID, opened);
        HttpResponse<String> answer = browser.getWithToken(PATH);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.body();
    }
}
