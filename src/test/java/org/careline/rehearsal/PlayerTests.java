package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.careline.rehearsal.ActionResult.Done;
import org.careline.rehearsal.ActionResult.NotNow;
import org.careline.rehearsal.PhoneBehaviour.Kind;
import org.careline.rehearsal.PlayedClinic.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerTests {

    private static final String ANA = "+13055550111";
    private static final String BEN = "+13055550112";

    private final PlayedClinic clinic = new PlayedClinic();

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void speechTakesItsTimeAndTheEndIsTold() {
        clinic.answers("<Say>" + "a".repeat(150) + "</Say><Pause length=\"3\"/><Hangup/><Say>never</Say>");

        String sid = clinic.call();
        clinic.playOut();

        LineView line = clinic.line(sid);
        assertThat(Duration.between(line.began(), line.ended())).isEqualTo(Duration.ofSeconds(13));
        assertThat(clinic.steps(sid, Step.Kind.SAID)).hasSize(1);
        assertThat(clinic.asked()).allMatch(Asked::signed);
        Asked end = clinic.last("twilio/voice/status");
        assertThat(end.field("CallStatus")).isEqualTo("completed");
        assertThat(end.field("CallDuration")).isEqualTo("13");
        assertThat(end.field("From")).isEqualTo(PlayedClinic.CALLER);
    }

    @Test
    void aKeyInterruptsAMenuAndIsTold() {
        clinic.answers("<Gather numDigits=\"1\" action=\"/key\"><Say>" + "a".repeat(600) + "</Say></Gather>")
                .says("key", "<Say>Thanks</Say>");

        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(5));
        assertThat(clinic.line(sid).doing()).isEqualTo(LineView.Doing.HEARS);
        assertThat(clinic.network.act(sid, new PhoneAction.Press("9"))).isInstanceOf(Done.class);
        clinic.playOut();

        assertThat(clinic.last("key").field("Digits")).isEqualTo("9");
        assertThat(clinic.steps(sid, Step.Kind.SAID)).endsWith("Thanks");
    }

    @Test
    void silenceIsToldOnlyWhereItIsAskedFor() {
        clinic.answers("<Gather timeout=\"4\" action=\"/key\"/><Gather timeout=\"4\" action=\"/key\""
                        + " actionOnEmptyResult=\"true\"/>")
                .says("key", "<Hangup/>");

        String sid = clinic.call();
        clinic.playOut();

        assertThat(clinic.asked("key")).hasSize(1);
        assertThat(clinic.last("key").field("Digits")).isEmpty();
        assertThat(Duration.between(clinic.line(sid).began(), clinic.line(sid).ended()))
                .isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void manyKeysEndWithPoundAndWordsAreHeard() {
        clinic.answers("<Gather action=\"/digits\"/>")
                .says("digits", "<Gather input=\"dtmf speech\" action=\"/words\" timeout=\"30\"/>")
                .says("words", "<Hangup/>");

        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(1));
        clinic.network.act(sid, new PhoneAction.Press("3055550"));
        clinic.pass(Duration.ofSeconds(3));
        clinic.network.act(sid, new PhoneAction.Press("170#"));
        clinic.pass(Duration.ofSeconds(1));
        clinic.network.act(sid, new PhoneAction.Say("I want to die"));
        clinic.playOut();

        assertThat(clinic.last("digits").field("Digits")).isEqualTo("3055550170");
        assertThat(clinic.last("words").field("SpeechResult")).isEqualTo("I want to die");
    }

    @Test
    void whoeverAcceptsTheWhisperIsConnected() {
        clinic.answers(dial("<Number url=\"/whisper\">" + ANA + "</Number>")).says("ended", "<Hangup/>");
        whisper();
        clinic.network.behaviour(ANA, PhoneBehaviour.accepts(Duration.ofSeconds(4)));

        String sid = clinic.call();
        clinic.playOut();

        Asked ended = clinic.last("ended");
        assertThat(ended.field("DialCallStatus")).isEqualTo("completed");
        assertThat(ended.field("DialBridged")).isEqualTo("true");
        assertThat(ended.field("DialCallDuration")).isEqualTo("60");
        assertThat(clinic.steps(sid, Step.Kind.BRIDGED)).containsExactly(ANA);
        assertThat(clinic.last("whisper").field("ParentCallSid")).isEqualTo(sid);
        assertThat(clinic.last("accept").field("Digits")).isEqualTo("1");
    }

    @Test
    void whoeverAcceptsByHandPressesOneWhenTheMenuListens() {
        clinic.answers(dial("<Number url=\"/whisper\">" + ANA + "</Number>")).says("ended", "<Hangup/>");
        whisper();
        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(5));

        clinic.network.act(clinic.network.view().live().get(1).sid(), new PhoneAction.Accept());
        clinic.pass(Duration.ofSeconds(10));

        assertThat(clinic.last("accept").field("Digits")).isEqualTo("1");
        assertThat(clinic.steps(sid, Step.Kind.BRIDGED)).containsExactly(ANA);
    }

    @Test
    void howEveryPhoneEndsIsToldInTwiliosWords() {
        assertThat(dialled(PhoneBehaviour.of(Kind.NO_ANSWER, Duration.ZERO))).isEqualTo("no-answer");
        assertThat(dialled(PhoneBehaviour.of(Kind.BUSY, Duration.ZERO))).isEqualTo("busy");
        assertThat(dialled(PhoneBehaviour.of(Kind.UNREACHABLE, Duration.ZERO))).isEqualTo("failed");
        assertThat(dialled(PhoneBehaviour.of(Kind.DECLINES, Duration.ofSeconds(3))))
                .isEqualTo("busy");
        assertThat(dialled(PhoneBehaviour.of(Kind.SILENT, Duration.ofSeconds(3))))
                .isEqualTo("completed");
        assertThat(dialled(PhoneBehaviour.of(Kind.MAILBOX, Duration.ofSeconds(3))))
                .isEqualTo("completed");
        assertThat(clinic.asked("ended"))
                .allMatch(ended -> ended.field("DialBridged").equals("false"));
    }

    private String dialled(PhoneBehaviour behaviour) {
        clinic.answers(dial("<Number url=\"/whisper\">" + ANA + "</Number>")).says("ended", "<Hangup/>");
        whisper();
        clinic.network.behaviour(ANA, behaviour);
        clinic.call();
        clinic.playOut();
        return clinic.last("ended").field("DialCallStatus");
    }

    private static String dial(String nouns) {
        return "<Dial action=\"/ended\" timeout=\"20\" answerOnBridge=\"true\" callerId=\"" + PlayedClinic.NUMBER
                + "\">" + nouns + "</Dial>";
    }

    private void whisper() {
        clinic.says(
                        "whisper",
                        "<Gather numDigits=\"1\" timeout=\"8\" action=\"/accept\"><Say>Press 1</Say></Gather><Hangup/>")
                .says("accept", "");
    }

    @Test
    void ofSeveralPhonesTheFirstToPickUpWins() {
        clinic.answers(dial("<Number>" + ANA + "</Number><Number>" + BEN + "</Number>"))
                .says("ended", "<Hangup/>");
        clinic.network.behaviour(ANA, PhoneBehaviour.of(Kind.NO_ANSWER, Duration.ZERO));
        clinic.network.behaviour(BEN, PhoneBehaviour.accepts(Duration.ofSeconds(6)));

        String sid = clinic.call();
        clinic.playOut();

        assertThat(clinic.steps(sid, Step.Kind.RINGS)).containsExactly(ANA, BEN);
        assertThat(clinic.steps(sid, Step.Kind.BRIDGED)).containsExactly(BEN);
        assertThat(clinic.network.view().lines())
                .filteredOn(line -> line.phone().equals(ANA))
                .extracting(LineView::status)
                .containsExactly("canceled");
    }

    @Test
    void aPhoneRingsNoMoreWhenTheCallerIsGone() {
        clinic.answers(dial("<Number>" + ANA + "</Number>"));

        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(5));
        String leg = clinic.network.view().live().get(1).sid();
        assertThat(clinic.network.act(leg, new PhoneAction.Press("1"))).isInstanceOf(NotNow.class);
        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.playOut();

        assertThat(clinic.line(leg).status()).isEqualTo("canceled");
        assertThat(clinic.last("twilio/voice/status").field("CallStatus")).isEqualTo("no-answer");
    }

    @Test
    void aMessageIsRecordedUntilTheCallerHangsUp() {
        clinic.answers("<Record action=\"/taken\" recordingStatusCallback=\"/recorded\" timeout=\"10\"/>");

        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(2));
        clinic.network.act(sid, new PhoneAction.Speak(Duration.ofSeconds(20)));
        clinic.pass(Duration.ofSeconds(20));
        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.playOut();

        assertThat(clinic.last("taken").field("Digits")).isEqualTo("hangup");
        assertThat(clinic.last("taken").field("RecordingDuration")).isEqualTo("21");
        assertThat(clinic.last("recorded").field("RecordingStatus")).isEqualTo("completed");
        assertThat(clinic.last("recorded").field("RecordingSid"))
                .isEqualTo(clinic.last("taken").field("RecordingSid"));
    }

    @Test
    void aMessageOfNothingMakesNoRequest() {
        clinic.answers("<Record action=\"/taken\" timeout=\"10\"/><Say>Goodbye</Say>");

        String sid = clinic.call();
        clinic.playOut();

        assertThat(clinic.asked("taken")).isEmpty();
        assertThat(clinic.steps(sid, Step.Kind.SAID)).containsExactly("Goodbye");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Conference/>",
                "<Say sound=\"loud\">Hello</Say>",
                "<Gather><Hangup/></Gather>",
                "<Dial callerId=\"+13055550199\">+13055550111</Dial>",
                "<Dial><Number url=\"/record\">+13055550111</Number></Dial><Conference/>",
                "<Redirect>https://elsewhere.example.org/</Redirect>",
                "<Gather timeout=\"soon\"/>",
                "<Redirect>/nothing</Redirect>"
            })
    void whatTwilioWouldNotUnderstandEndsTheCall(String verbs) {
        clinic.answers(verbs);

        String sid = clinic.call();
        clinic.playOut();

        assertThat(clinic.steps(sid, Step.Kind.NOT_UNDERSTOOD)).hasSize(1);
        assertThat(clinic.line(sid).doing()).isEqualTo(LineView.Doing.IS_OVER);
    }

    @Test
    void noLineIsCalledFromARealNumber() {
        assertThatThrownBy(() -> clinic.network.call("+13055551234", PlayedClinic.NUMBER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clinic.network.act("CA1", new PhoneAction.HangUp())).isInstanceOf(ActionResult.NoSuchLine.class);
    }

    @Test
    void aRejectedCallIsNeverAnswered() {
        clinic.answers("<Reject reason=\"busy\"/>");

        clinic.call();
        clinic.playOut();

        assertThat(clinic.last("twilio/voice/status").field("CallStatus")).isEqualTo("busy");
        assertThat(clinic.last("twilio/voice/status").field("CallDuration")).isEqualTo("0");
    }
}
