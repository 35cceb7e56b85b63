package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.Step.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code <Record>}: what ends a message, how long it is, and who is told of it. */
class RecorderTests {

    private final PlayedClinic clinic = new PlayedClinic();

    @BeforeEach
    void theEnd() {
        clinic.says("taken", "<Hangup/>");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private String recorded(String attributes) {
        clinic.answers("<Record action=\"/taken\" recordingStatusCallback=\"/recorded\" " + attributes
                + "/><Say>Goodbye</Say>");
        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(2));
        return sid;
    }

    @Test
    void afterTheToneItListens() {
        clinic.answers("<Record action=\"/taken\"/>");
        String sid = clinic.call();
        clinic.pass(Duration.ofMillis(500));
        assertThat(clinic.line(sid).doing()).isEqualTo(Doing.HEARS);

        clinic.pass(Duration.ofSeconds(1));

        assertThat(clinic.line(sid).doing()).isEqualTo(Doing.RECORDS);
    }

    @Test
    void withoutAToneItListensAtOnce() {
        clinic.answers("<Record action=\"/taken\" playBeep=\"false\"/>");
        String sid = clinic.call();
        clinic.pass(Duration.ofMillis(500));

        assertThat(clinic.line(sid).doing()).isEqualTo(Doing.RECORDS);
    }

    @Test
    void silenceAfterTheWordsEndsTheMessage() {
        String sid = recorded("timeout=\"4\"");

        clinic.network.act(sid, new PhoneAction.Speak(Duration.ofSeconds(10)));
        clinic.ends();

        assertThat(clinic.last("taken").field("RecordingDuration")).isEqualTo("15");
        assertThat(clinic.last("taken").field("Digits")).isEmpty();
        assertThat(clinic.last("recorded").field("RecordingSource")).isEqualTo("RecordVerb");
        assertThat(clinic.steps(sid, Kind.RECORDED)).containsExactly("15 s");
    }

    @Test
    void aKeyEndsItAndIsTold() {
        String sid = recorded("finishOnKey=\"#\" timeout=\"10\"");

        clinic.network.act(sid, new PhoneAction.Speak(Duration.ofSeconds(3)));
        clinic.network.act(sid, new PhoneAction.Press("5"));
        clinic.pass(Duration.ofSeconds(1));
        assertThat(clinic.asked("taken")).isEmpty();
        clinic.network.act(sid, new PhoneAction.Press("#"));
        clinic.ends();

        assertThat(clinic.last("taken").field("Digits")).isEqualTo("5#");
        assertThat(clinic.seconds(sid)).isLessThan(5);
    }

    @Test
    void everyKeyEndsItWhereNoneIsNamed() {
        String sid = recorded("timeout=\"10\"");

        clinic.network.act(sid, new PhoneAction.Press("7"));
        clinic.ends();

        assertThat(clinic.last("taken").field("Digits")).isEqualTo("7");
    }

    @Test
    void whoeverSpeaksTooLongIsCutOff() {
        String sid = recorded("maxLength=\"30\"");

        clinic.network.act(sid, new PhoneAction.Speak(Duration.ofMinutes(5)));
        clinic.ends();

        assertThat(clinic.last("taken").field("RecordingDuration")).isEqualTo("30");
        assertThat(clinic.asked("recorded")).hasSize(1);
    }

    @Test
    void wordsAreAMessageToo() {
        String sid = recorded("timeout=\"2\"");

        clinic.network.act(sid, new PhoneAction.Say("Please call me back"));
        clinic.ends();

        assertThat(clinic.asked("taken")).hasSize(1);
        assertThat(clinic.steps(sid, Kind.SPOKE)).containsExactly("Please call me back");
    }

    @Test
    void whoeverHangsUpWithoutAWordLeavesNothing() {
        String sid = recorded("timeout=\"10\"");

        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.ends();

        assertThat(clinic.asked("taken")).isEmpty();
        assertThat(clinic.asked("recorded")).isEmpty();
        assertThat(clinic.steps(sid, Kind.SAID)).isEmpty();
        assertThat(clinic.network.network().recordings()).isEmpty();
    }

    @Test
    void whoeverHangsUpDuringTheMessageIsNotPlayedTheRest() {
        String sid = recorded("timeout=\"10\"");

        clinic.network.act(sid, new PhoneAction.Speak(Duration.ofSeconds(8)));
        clinic.pass(Duration.ofSeconds(4));
        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.ends();

        assertThat(clinic.last("taken").field("RecordingDuration")).isEqualTo("5");
        assertThat(clinic.last("recorded").field("CallSid")).isEqualTo(sid);
        assertThat(clinic.steps(sid, Kind.SAID)).isEmpty();
    }

    @Test
    void withoutAnActionItsOwnDocumentIsAskedAgain() {
        clinic.answers("<Record timeout=\"2\"/>");
        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(2));

        clinic.network.act(sid, new PhoneAction.Speak(Duration.ofSeconds(1)));
        clinic.pass(Duration.ofSeconds(4));
        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.ends();

        assertThat(clinic.asked("twilio/voice/inbound")).hasSize(2);
        assertThat(clinic.last("twilio/voice/inbound").form().first("RecordingSid"))
                .startsWith("RE");
    }
}
