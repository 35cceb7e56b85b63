package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.rehearsal.Faults.Delivery;
import org.careline.rehearsal.Faults.Notice;
import org.careline.rehearsal.Faults.Rest;
import org.careline.rehearsal.Interruption.Target;
import org.careline.rehearsal.PlayedClinic.Asked;
import org.careline.rehearsal.Step.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of calls, phones and recordings: in what order, how often, and how late. */
class CallbacksTests {

    private static final String ANA = "+13055550111";
    private static final Set<String> ALL = Set.of("initiated", "ringing", "answered", "completed");

    private final PlayedClinic clinic = new PlayedClinic();

    @AfterEach
    void close() {
        clinic.close();
    }

    private void faults(Notice kind, Delivery delivery) {
        clinic.network.faults(new Faults(Map.of(kind, delivery), Rest.WORKS));
    }

    private String rings(PhoneBehaviour behaviour, Set<String> events) {
        clinic.says("leg", "<Pause length=\"7\"/>");
        clinic.network.behaviour(ANA, behaviour);
        URI here = clinic.network.network().clinic.base().get();
        CallOrigin origin = new CallOrigin(
                Optional.empty(),
                "outbound-api",
                PlayedClinic.NUMBER,
                ANA,
                Optional.of(here.resolve("/progress")),
                events);
        return clinic.network.ring(origin, Duration.ofSeconds(20), new Target.At(here.resolve("/leg"))).sid;
    }

    private List<String> statuses() {
        return clinic.asked("progress").stream()
                .map(asked -> asked.field("CallStatus"))
                .toList();
    }

    @Test
    void aPhonesProgressIsToldInTwiliosOrderAndWords() {
        rings(PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(2)), ALL);
        clinic.ends();

        assertThat(statuses()).containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(clinic.asked("progress")).allMatch(Asked::signed);
        assertThat(clinic.last("progress").field("CallDuration")).isEqualTo("7");
        assertThat(clinic.last("progress").field("Duration")).isEqualTo("1");
        assertThat(clinic.asked("progress").get(2).form().first("CallDuration")).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = PhoneBehaviour.Kind.class,
            names = {"NO_ANSWER", "BY_HAND", "DECLINES", "BUSY", "UNREACHABLE"})
    void aPhoneThatIsNotTakenEndsWithoutAnAnswer(PhoneBehaviour.Kind kind) {
        rings(PhoneBehaviour.of(kind, Duration.ofSeconds(2)), ALL);
        clinic.ends();

        String end = switch (kind) {
            case NO_ANSWER, BY_HAND -> "no-answer";
            case UNREACHABLE -> "failed";
            default -> "busy";
        };
        assertThat(statuses()).startsWith("initiated").endsWith(end).doesNotContain("in-progress");
        assertThat(clinic.last("progress").field("CallDuration")).isEqualTo("0");
        assertThat(clinic.asked("leg")).isEmpty();
    }

    @Test
    void onlyTheEndIsToldToWhoeverAsksForNothingElse() {
        rings(PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(2)), Set.of("completed"));
        clinic.ends();

        assertThat(statuses()).containsExactly("completed");
        assertThat(clinic.last("progress").field("SequenceNumber")).isEqualTo("0");
    }

    @Test
    void aLostCallbackIsNotedAndNotSent() {
        faults(Notice.LEG, Delivery.LOST);

        String sid = rings(PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(2)), ALL);
        clinic.playOut();

        assertThat(clinic.asked("progress")).isEmpty();
        assertThat(clinic.steps(sid, Kind.TOLD))
                .containsExactly("initiated, LOST", "ringing, LOST", "answered, LOST", "completed, LOST");
    }

    @Test
    void aLateCallbackComesTwentySecondsLater() {
        faults(Notice.CALL, Delivery.LATE);
        clinic.answers("<Pause length=\"2\"/>");
        clinic.call();
        clinic.ends();
        assertThat(clinic.asked("twilio/voice/status")).isEmpty();

        clinic.pass(Duration.ofSeconds(18));
        assertThat(clinic.asked("twilio/voice/status")).isEmpty();
        clinic.pass(Duration.ofSeconds(2));

        assertThat(clinic.last("twilio/voice/status").field("CallDuration")).isEqualTo("2");
    }

    @Test
    void aDoubledCallbackIsTheSameTwice() {
        faults(Notice.CALL, Delivery.DOUBLED);
        clinic.answers("<Pause length=\"2\"/>");
        clinic.call();
        clinic.ends();

        List<Asked> told = clinic.asked("twilio/voice/status");

        assertThat(told).hasSize(2);
        assertThat(told.get(0).form().fields()).isEqualTo(told.get(1).form().fields());
    }

    @Test
    void outOfOrderTheSecondOfTwoIsFirst() {
        faults(Notice.LEG, Delivery.OUT_OF_ORDER);

        rings(PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(2)), ALL);
        clinic.playOut();

        assertThat(statuses()).containsExactly("ringing", "initiated", "completed", "in-progress");
    }

    @Test
    void theLastOneThatIsHeldBackComesLateAllTheSame() {
        faults(Notice.CALL, Delivery.OUT_OF_ORDER);
        clinic.answers("<Pause/>");

        clinic.call();
        clinic.ends();
        assertThat(clinic.asked("twilio/voice/status")).isEmpty();
        clinic.pass(Duration.ofSeconds(25));

        assertThat(clinic.asked("twilio/voice/status")).hasSize(1);
    }

    @Test
    void eachKindIsDeliveredByItself() {
        clinic.answers("<Record action=\"/taken\" recordingStatusCallback=\"/recorded\" timeout=\"2\"/>")
                .says("taken", "<Hangup/>");
        faults(Notice.RECORDING, Delivery.LOST);

        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(2));
        clinic.network.act(sid, new PhoneAction.Speak(Duration.ofSeconds(3)));
        clinic.playOut();

        assertThat(clinic.asked("recorded")).isEmpty();
        assertThat(clinic.asked("taken")).hasSize(1);
        assertThat(clinic.asked("twilio/voice/status")).hasSize(1);
    }

    @Test
    void whatIsNotNamedIsDeliveredAtOnce() {
        assertThat(Faults.NONE.of(Notice.CALL)).isEqualTo(Delivery.PROMPT);
        assertThat(new Faults(Map.of(Notice.LEG, Delivery.LATE), Rest.WORKS).of(Notice.CALL))
                .isEqualTo(Delivery.PROMPT);
    }

    @Test
    void aCallThatNobodyAnsweredIsToldOnceAndWithoutADuration() {
        clinic.answers("<Dial answerOnBridge=\"true\" callerId=\"" + PlayedClinic.NUMBER + "\">" + ANA + "</Dial>");
        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(5));

        clinic.network.act(sid, new PhoneAction.HangUp());
        clinic.ends();

        assertThat(clinic.asked("twilio/voice/status")).hasSize(1);
        assertThat(clinic.last("twilio/voice/status").field("CallStatus")).isEqualTo("no-answer");
        assertThat(clinic.last("twilio/voice/status").field("CallDuration")).isEqualTo("0");
    }

    @Test
    void whenNobodyAnswersTheNetworkTheCallEnds() {
        clinic.answers("<Redirect>/nothing</Redirect>");

        String sid = clinic.call();
        clinic.ends();

        assertThat(clinic.steps(sid, Kind.ASKED)).containsExactly("200", "204");
        assertThat(clinic.steps(sid, Kind.NOT_UNDERSTOOD)).hasSize(1);
        assertThat(clinic.line(sid).ended()).isNotNull();
    }
}
