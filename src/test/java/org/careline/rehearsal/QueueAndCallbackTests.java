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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueAndCallbackTests {

    private static final String ANA = "+13055550111";

    private final PlayedClinic clinic = new PlayedClinic();

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void whoWaitsIsTakenOutByWhoAccepts() {
        clinic.answers("<Enqueue waitUrl=\"/wait\" action=\"/dequeued\">line</Enqueue>")
                .says("wait", "<Say>Please hold</Say><Pause length=\"5\"/>")
                .says("dequeued", "<Hangup/>")
                .says("leg", "<Gather numDigits=\"1\" action=\"/take\"><Say>Press 1</Say></Gather>")
                .says("take", "<Dial action=\"/done\"><Queue url=\"/before\">line</Queue></Dial>")
                .says("before", "<Say>Here we are</Say>")
                .says("done", "<Hangup/>");
        clinic.network.behaviour(ANA, PhoneBehaviour.accepts(Duration.ofSeconds(12)));

        String sid = clinic.call();
        clinic.pass(Duration.ofSeconds(3));
        ring("/leg");
        clinic.playOut();

        assertThat(clinic.asked("wait")).hasSizeGreaterThan(2);
        assertThat(clinic.asked("wait").get(1).field("QueuePosition")).isEqualTo("1");
        assertThat(clinic.last("dequeued").field("QueueResult")).isEqualTo("bridged");
        assertThat(clinic.last("before").field("DequeingCallSid"))
                .isEqualTo(clinic.last("done").field("CallSid"));
        assertThat(clinic.last("done").field("DialCallStatus")).isEqualTo("completed");
        assertThat(clinic.steps(sid, Step.Kind.BRIDGED)).containsExactly(ANA);
        assertThat(clinic.steps(sid, Step.Kind.SAID)).endsWith("Here we are");
    }

    private void ring(String path) {
        URI here = clinic.network.network().clinic.base().get();
        clinic.network.ring(
                new CallOrigin(
                        Optional.empty(),
                        "outbound-api",
                        PlayedClinic.NUMBER,
                        ANA,
                        Optional.of(here.resolve("/progress")),
                        Set.of("initiated", "ringing", "answered", "completed")),
                Duration.ofSeconds(20),
                new Target.At(here.resolve(path)));
    }

    @Test
    void leavingAndHangingUpAreTold() {
        clinic.answers("<Enqueue waitUrl=\"/wait\" action=\"/dequeued\">line</Enqueue>")
                .says("wait", "<Gather timeout=\"3\" action=\"/leave\" numDigits=\"1\"/>")
                .says("leave", "<Leave/>")
                .says("dequeued", "<Say>Goodbye</Say>");

        String leaves = clinic.call();
        clinic.pass(Duration.ofSeconds(5));
        clinic.network.act(leaves, new PhoneAction.Press("1"));
        clinic.playOut();
        assertThat(clinic.last("dequeued").field("QueueResult")).isEqualTo("leave");
        assertThat(clinic.steps(leaves, Step.Kind.SAID)).containsExactly("Goodbye");

        String goes = clinic.call();
        clinic.pass(Duration.ofSeconds(5));
        clinic.network.act(goes, new PhoneAction.HangUp());
        clinic.playOut();
        assertThat(clinic.last("dequeued").field("QueueResult")).isEqualTo("hangup");
        assertThat(clinic.steps(goes, Step.Kind.SAID)).isEmpty();
    }

    @Test
    void anEmptyQueueIsWaitedOnAndAnUnknownOneIsNot() {
        clinic.says("leg", "<Dial action=\"/done\" timeout=\"15\"><Queue>line</Queue></Dial>")
                .says("done", "<Hangup/>");
        clinic.network.behaviour(ANA, PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(1)));
        ring("/leg");
        clinic.playOut();
        assertThat(clinic.last("done").field("DialCallStatus")).isEqualTo("failed");

        clinic.network.network().queueFor("line");
        ring("/leg");
        clinic.playOut();
        assertThat(clinic.last("done").field("DialCallStatus")).isEqualTo("no-answer");
    }

    @Test
    void aWaitingDocumentMayNotDial() {
        clinic.answers("<Enqueue waitUrl=\"/wait\" action=\"/dequeued\">line</Enqueue>")
                .says("wait", "<Dial>" + ANA + "</Dial>")
                .says("dequeued", "<Hangup/>");

        String sid = clinic.call();
        clinic.playOut();

        assertThat(clinic.steps(sid, Step.Kind.NOT_UNDERSTOOD)).hasSize(1);
        assertThat(clinic.last("dequeued").field("QueueResult")).isEqualTo("error");
    }

    @Test
    void progressIsToldInOrderWithNumbersAndTimes() {
        clinic.says("leg", "<Say>Hello</Say>").says("progress", "");
        clinic.network.behaviour(ANA, PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(4)));

        ring("/leg");
        clinic.playOut();

        assertThat(clinic.asked("progress"))
                .extracting(asked -> asked.field("CallStatus"))
                .containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(clinic.asked("progress"))
                .extracting(asked -> asked.field("SequenceNumber"))
                .containsExactly("0", "1", "2", "3");
        assertThat(clinic.last("progress").field("Timestamp")).contains("Nov 2026");
    }

    @Test
    void callbacksAreLostDoubledLateAndOutOfOrderAsTold() {
        clinic.says("leg", "<Say>Hello</Say>").answers("<Say>Hello</Say>");
        clinic.network.behaviour(ANA, PhoneBehaviour.of(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(4)));
        clinic.network.faults(
                new Faults(Map.of(Notice.CALL, Delivery.DOUBLED, Notice.LEG, Delivery.OUT_OF_ORDER), Rest.WORKS));

        clinic.call();
        ring("/leg");
        clinic.playOut();

        assertThat(clinic.asked("twilio/voice/status")).hasSize(2);
        List<String> order = clinic.asked("progress").stream()
                .map(asked -> asked.field("SequenceNumber"))
                .toList();
        assertThat(order).containsExactlyInAnyOrder("0", "1", "2", "3").isNotEqualTo(List.of("0", "1", "2", "3"));

        clinic.network.faults(new Faults(Map.of(Notice.CALL, Delivery.LOST), Rest.WORKS));
        clinic.call();
        clinic.playOut();
        assertThat(clinic.asked("twilio/voice/status")).hasSize(2);
    }
}
