package org.careline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.careline.rehearsal.Interruption.Target;
import org.careline.rehearsal.LineView.Doing;
import org.careline.rehearsal.PlayedClinic.Asked;
import org.careline.rehearsal.Step.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code <Enqueue>} and {@code <Dial><Queue>}: who waits, in what order they are taken, and what each is told. */
class QueueingTests {

    private static final String ANA = "+13055550111";
    private static final String BEN = "+13055550112";
    private static final String SECOND = "+13055550171";
    private static final String THIRD = "+13055550172";

    private final PlayedClinic clinic = new PlayedClinic();

    @BeforeEach
    void theLine() {
        clinic.answers("<Enqueue waitUrl=\"/wait\" action=\"/left\">line</Enqueue>")
                .says("wait", "<Pause length=\"5\"/>")
                .says("left", "<Hangup/>")
                .says("take", "<Dial action=\"/done\" timeout=\"10\"><Queue>line</Queue></Dial>")
                .says("done", "<Hangup/>");
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    private String calls(String from) {
        String sid = clinic.network.call(from, PlayedClinic.NUMBER);
        clinic.pass(Duration.ofSeconds(2));
        return sid;
    }

    private String rings(String phone, Duration talk) {
        clinic.network.behaviour(phone, new PhoneBehaviour(PhoneBehaviour.Kind.SILENT, Duration.ofSeconds(1), talk));
        URI here = clinic.network.network().clinic.base().get();
        CallOrigin origin = new CallOrigin(
                Optional.empty(), "outbound-api", PlayedClinic.NUMBER, phone, Optional.empty(), Set.of());
        return clinic.network.ring(origin, Duration.ofSeconds(20), new Target.At(here.resolve("/take"))).sid;
    }

    private void redirects(String sid, String path) {
        clinic.network.time().locked(() -> {
            Line line = clinic.network.network().line(sid).orElseThrow();
            line.redirect = Optional.of(
                    new Target.At(clinic.network.network().clinic.base().get().resolve(path)));
            clinic.network.time().changed();
            return true;
        });
    }

    @Test
    void whoeverWaitsIsToldTheirPlaceAndTimeWithEveryDocument() {
        calls(PlayedClinic.CALLER);
        calls(SECOND);
        clinic.pass(Duration.ofSeconds(12));

        Asked last = clinic.last("wait");

        assertThat(clinic.asked("wait").get(0).field("QueuePosition")).isEqualTo("1");
        assertThat(clinic.asked("wait").get(0).field("QueueTime")).isEqualTo("0");
        assertThat(last.field("CurrentQueueSize")).isEqualTo("2");
        assertThat(last.field("QueuePosition")).isEqualTo(last.field("From").equals(SECOND) ? "2" : "1");
        assertThat(Integer.parseInt(last.field("QueueTime"))).isBetween(8, 16);
        assertThat(Integer.parseInt(last.field("AvgQueueTime"))).isPositive();
    }

    @Test
    void whoeverWaitsLongestIsTakenFirst() {
        String first = calls(PlayedClinic.CALLER);
        String second = calls(SECOND);
        String third = calls(THIRD);

        String ana = rings(ANA, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(5));
        String ben = rings(BEN, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(5));

        assertThat(clinic.line(first).talksWith()).isEqualTo(ana);
        assertThat(clinic.line(second).talksWith()).isEqualTo(ben);
        assertThat(clinic.line(third).talksWith()).isNull();
        assertThat(clinic.last("wait").field("QueuePosition")).isEqualTo("1");
    }

    @Test
    void bothAreToldOfTheTalk() {
        String caller = calls(PlayedClinic.CALLER);
        rings(ANA, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(10));
        clinic.network.act(caller, new PhoneAction.HangUp());
        clinic.ends();

        Asked left = clinic.last("left");
        Asked done = clinic.last("done");
        assertThat(left.field("QueueResult")).isEqualTo("bridged");
        assertThat(left.field("QueueTime")).isEqualTo("4");
        assertThat(done.field("DialCallSid")).isEqualTo(caller);
        assertThat(done.field("DialBridged")).isEqualTo("true");
        assertThat(done.field("DialCallDuration")).isEqualTo("8");
        assertThat(clinic.steps(caller, Kind.UNQUEUED)).containsExactly("bridged");
    }

    @Test
    void whoeverTookThemHangsUpAndTheCallerGoesOn() {
        clinic.says("left", "<Say>Goodbye</Say>");
        String caller = calls(PlayedClinic.CALLER);
        String ana = rings(ANA, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(8));

        clinic.network.act(ana, new PhoneAction.HangUp());
        clinic.ends();

        assertThat(clinic.steps(caller, Kind.SAID)).containsExactly("Goodbye");
        assertThat(clinic.last("left").field("QueueResult")).isEqualTo("bridged");
        assertThat(clinic.last("done").field("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void whoeverIsRedirectedIsToldAsSuchAndGoesElsewhere() {
        clinic.says("elsewhere", "<Say>Please leave a message</Say>");
        String caller = calls(PlayedClinic.CALLER);

        redirects(caller, "/elsewhere");
        clinic.ends();

        assertThat(clinic.last("left").field("QueueResult")).isEqualTo("redirected");
        assertThat(clinic.steps(caller, Kind.SAID)).containsExactly("Please leave a message");
        assertThat(clinic.network.network().queueFor("line").isEmpty()).isTrue();
    }

    @Test
    void whoeverIsRedirectedOutOfATalkEndsItForBoth() {
        clinic.says("elsewhere", "<Say>Goodbye</Say>");
        String caller = calls(PlayedClinic.CALLER);
        String ana = rings(ANA, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(6));

        redirects(ana, "/elsewhere");
        clinic.ends();

        assertThat(clinic.steps(ana, Kind.PARTED)).containsExactly(PlayedClinic.CALLER);
        assertThat(clinic.steps(caller, Kind.PARTED)).containsExactly(ANA);
    }

    @Test
    void whoeverWaitsForTheQueueTakesTheFirstWhoComes() {
        clinic.network.network().queueFor("line");
        String ana = rings(ANA, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(6));
        assertThat(clinic.line(ana).doing()).isEqualTo(Doing.QUEUES);

        String caller = calls(PlayedClinic.CALLER);
        clinic.pass(Duration.ofSeconds(1));

        assertThat(clinic.line(ana).talksWith()).isEqualTo(caller);
    }

    @Test
    void whoeverIsGoneBeforeTheBridgeIsNotTalkedWith() {
        clinic.says("take", "<Dial action=\"/done\"><Queue url=\"/before\">line</Queue></Dial>")
                .says("before", "<Say>" + "a".repeat(150) + "</Say>");
        String caller = calls(PlayedClinic.CALLER);
        rings(ANA, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(5));

        clinic.network.act(caller, new PhoneAction.HangUp());
        clinic.ends();

        assertThat(clinic.last("done").field("DialCallStatus")).isEqualTo("canceled");
        assertThat(clinic.last("done").field("DialBridged")).isEqualTo("false");
        assertThat(clinic.last("left").field("QueueResult")).isNotEqualTo("leave");
        assertThat(clinic.steps(caller, Kind.BRIDGED)).isEmpty();
    }

    @Test
    void aWaitingDocumentThatHangsUpEndsTheCall() {
        clinic.says("wait", "<Say>Nobody is there</Say><Hangup/>");

        String caller = calls(PlayedClinic.CALLER);
        clinic.ends();

        assertThat(clinic.last("left").field("QueueResult")).isEqualTo("hangup");
        assertThat(clinic.line(caller).status()).isEqualTo("completed");
    }

    @Test
    void anEmptyWaitingDocumentIsAskedForOnceASecond() {
        clinic.says("wait", "");
        calls(PlayedClinic.CALLER);
        clinic.pass(Duration.ofSeconds(4));

        assertThat(clinic.asked("wait")).hasSizeBetween(5, 7);
    }

    @Test
    void withoutADocumentTheyHearMusicUntilTheyAreTaken() {
        clinic.answers("<Enqueue action=\"/left\">line</Enqueue>");
        String caller = calls(PlayedClinic.CALLER);
        assertThat(clinic.line(caller).doing()).isEqualTo(Doing.QUEUES);

        rings(ANA, Duration.ZERO);
        clinic.pass(Duration.ofSeconds(90));

        assertThat(clinic.asked("wait")).isEmpty();
        assertThat(clinic.steps(caller, Kind.BRIDGED)).containsExactly(ANA);
    }

    @Test
    void aHundredWaitAndTheNextIsToldThatThereIsNoRoom() {
        NetworkTime networkTime = clinic.network.time();
        Network network = clinic.network.network();
        networkTime.locked(() -> {
            Queue line = network.queueFor("line");
            CallOrigin origin = new CallOrigin(
                    Optional.empty(), "inbound", PlayedClinic.CALLER, PlayedClinic.NUMBER, Optional.empty(), Set.of());
            for (int one = 0; one < 100; one++) {
                line.add(new Line("CA" + one, origin, networkTime), networkTime.now());
            }
            return line.full();
        });

        String caller = calls(SECOND);
        clinic.ends();

        assertThat(clinic.last("left").field("QueueResult")).isEqualTo("queue-full");
        assertThat(clinic.steps(caller, Kind.QUEUED)).isEmpty();
    }

    @Test
    void placesMoveUpWhenSomebodyLeaves() {
        NetworkTime networkTime = clinic.network.time();
        Instant now = clinic.clock.instant();
        networkTime.locked(() -> {
            Queue queue = new Queue("QU1", "line");
            CallOrigin origin = new CallOrigin(
                    Optional.empty(), "inbound", PlayedClinic.CALLER, PlayedClinic.NUMBER, Optional.empty(), Set.of());
            Waiting one = queue.add(new Line("CA1", origin, networkTime), now.minusSeconds(60));
            Waiting two = queue.add(new Line("CA2", origin, networkTime), now.minusSeconds(30));
            Waiting three = queue.add(new Line("CA3", origin, networkTime), now);

            assertThat(queue.form(three, now).fields())
                    .containsEntry("QueuePosition", "3")
                    .containsEntry("AvgQueueTime", "30");
            queue.remove(one);
            assertThat(queue.form(three, now).fields())
                    .containsEntry("QueuePosition", "2")
                    .containsEntry("CurrentQueueSize", "2");
            assertThat(queue.takeFirst(one.line)).contains(two);
            assertThat(two.taken()).isTrue();
            assertThat(three.taken()).isFalse();
            return true;
        });
    }
}
