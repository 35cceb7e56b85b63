package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careline.rehearsal.ActionResult.Done;
import org.careline.rehearsal.ActionResult.NotNow;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.PlayedClinic.Asked;
import org.careline.rehearsal.Step.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code <Dial>} of numbers: who rings, for how long, who is bridged, and what is told of it. */
class DiallingTests {

    private static final String ANA = "+13055550111";
    private static final String BEN = "+13055550112";

    private final PlayedClinic clinic = new PlayedClinic().says("ended", "<Hangup/>");

    @AfterEach
    void close() {
        clinic.close();
    }

    private static String dial(String attributes, String nouns) {
        return "<Dial action=\"/ended\" callerId=\"" + PlayedClinic.NUMBER + "\" " + attributes + ">" + nouns
                + "</Dial>";
    }

    private static String number(String number) {
        return "<Number>" + number + "</Number>";
    }

    private String called(String verbs, int seconds) {
        clinic.answers(verbs);
        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(seconds));
        return sid;
    }

    @Test
    void aPhoneRingsFiveSecondsLongerThanItIsAskedTo() {
        String sid = called(dial("timeout=\"20\"", number(ANA)), 2);
        String leg = clinic.leg(0).sid();
        assertThat(clinic.leg(0).doing()).isEqualTo(Doing.RINGS);
        assertThat(clinic.line(sid).doing()).isEqualTo(Doing.WAITS_FOR_PHONES);
        assertThat(clinic.line(sid).until()).isNull();

        clinic.ends();

        assertThat(clinic.line(leg).status()).isEqualTo("no-answer");
        assertThat(clinic.seconds(leg)).isEqualTo(1 + 20 + 5);
        assertThat(clinic.last("ended").field("DialCallStatus")).isEqualTo("no-answer");
        assertThat(clinic.last("ended").form().first("DialCallDuration")).isNull();
    }

    @Test
    void whoeverPicksUpByHandIsBridgedAndTheCallerIsAnsweredOnlyThen() {
        String sid = called(dial("answerOnBridge=\"true\"", number(ANA)), 4);
        assertThat(clinic.line(sid).status()).isEqualTo("ringing");

        assertThat(clinic.network.act(clinic.leg(0).sid(), new PhoneAction.PickUp()))
                .isInstanceOf(Done.class);
        clinic.pass(Duration.ofSeconds(3));

        assertThat(clinic.line(sid).status()).isEqualTo("in-progress");
        assertThat(clinic.line(sid).doing()).isEqualTo(Doing.TALKS);
        assertThat(clinic.line(sid).talksWith()).isEqualTo(clinic.leg(0).sid());
        assertThat(clinic.leg(0).talksWith()).isEqualTo(sid);
        assertThat(clinic.leg(0).parent()).isEqualTo(sid);
        clinic.network.act(clinic.leg(0).sid(), new PhoneAction.HangUp());
        clinic.ends();
        assertThat(clinic.last("ended").field("DialCallDuration")).isEqualTo("3");
        assertThat(clinic.line(sid).talksWith()).isNull();
    }

    @Test
    void withoutThatTheCallerIsAnsweredBeforePhonesRing() {
        String sid = called(dial("", number(ANA)), 2);

        assertThat(clinic.line(sid).status()).isEqualTo("in-progress");
    }

    @Test
    void theCallerWhoHangsUpDuringTheTalkIsToldOfAndNothingIsPlayed() {
        clinic.says("ended", "<Say>never</Say>");
        clinic.network.behaviour(ANA, PhoneBehaviour.accepts(Duration.ofSeconds(2)));
        String sid = called(dial("", number(ANA)), 10);

        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.ends();

        Asked ended = clinic.last("ended");
        assertThat(ended.field("DialBridged")).isEqualTo("true");
        assertThat(ended.field("DialCallStatus")).isEqualTo("completed");
        assertThat(clinic.steps(sid, Kind.SAID)).isEmpty();
        assertThat(clinic.network.view().lines()).extracting(LineView::status).containsOnly("completed");
    }

    @Test
    void aTalkIsCutOffWhenItsTimeIsOver() {
        clinic.network.behaviour(ANA, PhoneBehaviour.accepts(Duration.ofSeconds(1)));

        String sid = called(dial("timeLimit=\"15\"", number(ANA)), 1);
        clinic.ends();

        assertThat(clinic.last("ended").field("DialCallDuration")).isEqualTo("15");
        assertThat(clinic.steps(sid, Kind.PARTED)).containsExactly(ANA);
    }

    @Test
    void afterTheTalkTheCallerGoesOnWithTheDocument() {
        clinic.answers("<Dial callerId=\"" + PlayedClinic.NUMBER + "\">" + ANA + "</Dial><Say>Goodbye</Say>");
        clinic.network.behaviour(
                ANA, new PhoneBehaviour(PhoneBehaviour.Kind.ACCEPTS, Duration.ofSeconds(1), Duration.ofSeconds(5)));

        String sid = clinic.call();
        clinic.ends();

        assertThat(clinic.steps(sid, Kind.BRIDGED)).containsExactly(ANA);
        assertThat(clinic.steps(sid, Kind.SAID)).containsExactly("Goodbye");
    }

    @Test
    void aRecordedTalkIsTold() {
        clinic.network.behaviour(
                ANA, new PhoneBehaviour(PhoneBehaviour.Kind.ACCEPTS, Duration.ofSeconds(1), Duration.ofSeconds(12)));

        called(dial("record=\"record-from-answer-dual\" recordingStatusCallback=\"/recorded\"", number(ANA)), 1);
        clinic.ends();

        Asked recorded = clinic.last("recorded");
        assertThat(recorded.field("RecordingSource")).isEqualTo("DialVerb");
        assertThat(recorded.field("RecordingChannels")).isEqualTo("2");
        assertThat(recorded.field("RecordingDuration")).isEqualTo("12");
    }

    @Test
    void aTalkThatNobodyAskedToRecordIsNot() {
        clinic.network.behaviour(
                ANA, new PhoneBehaviour(PhoneBehaviour.Kind.ACCEPTS, Duration.ofSeconds(1), Duration.ofSeconds(3)));

        String sid = called(dial("recordingStatusCallback=\"/recorded\"", number(ANA)), 1);
        clinic.ends();

        assertThat(clinic.asked("recorded")).isEmpty();
        assertThat(clinic.steps(sid, Kind.RECORDED)).isEmpty();
    }

    @Test
    void whileOneIsHeardOutTheOthersRingNoMore() {
        clinic.says("whisper", "<Gather numDigits=\"1\" timeout=\"9\" action=\"/accept\"/><Hangup/>")
                .says("accept", "");
        String sid = called(
                dial("", "<Number url=\"/whisper\">" + ANA + "</Number><Number url=\"/whisper\">" + BEN + "</Number>"),
                3);
        String ben = clinic.leg(1).sid();

        clinic.network.act(clinic.leg(0).sid(), new PhoneAction.PickUp());
        clinic.pass(Duration.ofSeconds(2));
        assertThat(clinic.line(ben).status()).isEqualTo("canceled");
        assertThat(clinic.steps(sid, Kind.BRIDGED)).isEmpty();

        clinic.network.act(clinic.leg(0).sid(), new PhoneAction.Press("1"));
        clinic.pass(Duration.ofSeconds(2));
        assertThat(clinic.steps(sid, Kind.BRIDGED)).containsExactly(ANA);
        assertThat(clinic.last("accept").field("Digits")).isEqualTo("1");
    }

    @Test
    void aMailboxByHandPicksUpPressesNothingAndIsNotBridged() {
        clinic.says("whisper", "<Gather numDigits=\"1\" timeout=\"8\" action=\"/accept\"/><Hangup/>");
        String sid = called(dial("", "<Number url=\"/whisper\">" + ANA + "</Number>"), 3);

        clinic.network.act(clinic.leg(0).sid(), new PhoneAction.LetMailbox());
        clinic.ends();

        assertThat(clinic.asked("accept")).isEmpty();
        assertThat(clinic.last("ended").field("DialCallStatus")).isEqualTo("completed");
        assertThat(clinic.last("ended").field("DialBridged")).isEqualTo("false");
        assertThat(clinic.steps(sid, Kind.BRIDGED)).isEmpty();
    }

    @Test
    void whoeverDeclinesIsEngaged() {
        called(dial("", number(ANA)), 3);

        clinic.network.act(clinic.leg(0).sid(), new PhoneAction.Decline());
        clinic.ends();

        assertThat(clinic.last("ended").field("DialCallStatus")).isEqualTo("busy");
    }

    @Test
    void atARingingPhoneNothingCanBeDoneButToTakeItOrSendItAway() {
        String sid = called(dial("", number(ANA)), 3);
        String leg = clinic.leg(0).sid();

        assertThat(clinic.network.act(leg, new PhoneAction.Say("hello"))).isInstanceOf(NotNow.class);
        assertThat(clinic.network.act(leg, new PhoneAction.Skip())).isInstanceOf(NotNow.class);
        assertThat(clinic.network.act(sid, new PhoneAction.PickUp())).isEqualTo(new NotNow("It does not ring"));
        assertThat(clinic.network.act(leg, new PhoneAction.HangUp())).isInstanceOf(Done.class);
        clinic.ends();
        assertThat(clinic.network.act(leg, new PhoneAction.PickUp())).isEqualTo(new NotNow("The call is over"));
    }

    @Test
    void aPhoneThatDoesNotRingYetCannotBeTaken() {
        clinic.answers(dial("", number(ANA)));
        clinic.call();
        clinic.pass(Duration.ofMillis(500));

        assertThat(clinic.leg(0).doing()).isEqualTo(Doing.STARTS);
        assertThat(clinic.network.act(clinic.leg(0).sid(), new PhoneAction.PickUp()))
                .isEqualTo(new NotNow("It does not ring"));
    }

    @ParameterizedTest
    @CsvSource({"BUSY, busy", "UNREACHABLE, failed"})
    void aPhoneThatIsNotReachedDoesNotRing(PhoneBehaviour.Kind kind, String status) {
        clinic.network.behaviour(ANA, PhoneBehaviour.of(kind, Duration.ZERO));
        clinic.answers(dial(
                "",
                "<Number statusCallback=\"/progress\" statusCallbackEvent=\"initiated ringing answered"
                        + " completed\">" + ANA + "</Number>"));

        clinic.call();
        clinic.ends();

        assertThat(clinic.asked("progress"))
                .extracting(asked -> asked.field("CallStatus"))
                .containsExactly("initiated", status);
    }

    @Test
    void onlyTheEventsThatWereAskedForAreTold() {
        clinic.network.behaviour(
                ANA, new PhoneBehaviour(PhoneBehaviour.Kind.ACCEPTS, Duration.ofSeconds(2), Duration.ofSeconds(3)));
        clinic.answers(
                dial("", "<Number statusCallback=\"/progress\" statusCallbackEvent=\"answered\">" + ANA + "</Number>"));

        clinic.call();
        clinic.ends();

        assertThat(clinic.asked("progress"))
                .extracting(asked -> asked.field("CallStatus"))
                .containsExactly("in-progress");
    }

    @Test
    void tenPhonesRingAndElevenAreNotUnderstood() {
        called(dial("", numbers(10)), 2);
        assertThat(clinic.network.view().live()).hasSize(11);
        clinic.network.view().live().forEach(line -> clinic.network.act(line.sid(), new PhoneAction.HangUp()));
        clinic.ends();

        String sid = called(dial("", numbers(11)), 2);
        assertThat(clinic.steps(sid, Kind.NOT_UNDERSTOOD)).hasSize(1);
    }

    private static String numbers(int many) {
        return IntStream.range(0, many)
                .mapToObj(one -> number("+1305555011" + one % 10))
                .collect(Collectors.joining());
    }

    @Test
    void theCallersOwnNumberMayBeShown() {
        clinic.answers("<Dial callerId=\"" + PlayedClinic.CALLER + "\">" + ANA + "</Dial>");

        clinic.call();
        clinic.pass(Duration.ofSeconds(2));

        assertThat(clinic.leg(0).from()).isEqualTo(PlayedClinic.CALLER);
    }

    @Test
    void aCallerWhoWithholdsTheirNumberIsShownAsThePlaceholder() {
        clinic.answers("<Dial>" + ANA + "</Dial>");

        String sid = clinic.network.call(PhoneNetwork.WITHHELD, PlayedClinic.NUMBER);
        clinic.pass(Duration.ofSeconds(2));

        assertThat(clinic.line(sid).from()).isEqualTo(PhoneNetwork.WITHHELD);
        assertThat(clinic.leg(0).from()).isEqualTo(PhoneNetwork.WITHHELD);
    }
}
