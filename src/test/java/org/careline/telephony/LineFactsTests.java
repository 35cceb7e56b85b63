package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.inbox.ScriptedInbox;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Waited;
import org.careline.lead.Waited.How;
import org.careline.routing.Team;
import org.careline.speech.Clinic;
import org.careline.speech.QueueScript;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.careline.support.PlayedCarrier;
import org.careline.support.SignedTwilioRequest;
import org.careline.waiting.LegDesk;
import org.careline.waiting.MemoryLine;
import org.careline.waiting.RingAttempt.State;
import org.careline.waiting.WaitingId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a call that waited in line. */
class LineFactsTests {

    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");
    private static final WaitingId CALLER = new WaitingId(Clinic.CALL);

    private final MovableClock clock = new MovableClock();
    private final MemoryLine line = new MemoryLine();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(
            Clinic.PLAN,
            Clinic.NOT_RECORDED,
            Switchboard.ALWAYS,
            List.of(Team.always("ana", "en"), Team.always("ben", "en")),
            inbox,
            new Switchboard.StoredFacts(),
            clock,
            new SimpleMeterRegistry(),
            new Switchboard.Waiting(line, new PlayedCarrier(), new Nobody(), rules -> rules));
    private final LegDesk legs = board.the(LegDesk.class);
    private String place = "";

    private static final class Nobody implements LegWorkers {

        @Override
        public void now(Runnable work) {}

        @Override
        public void later(Runnable work, Duration pause) {}
    }

    @BeforeEach
    void aCallerWaits() {
        board.dispatcher.round();
        String greeting = board.ask(call()).twiml();
        place = greeting.replaceAll("(?s).*waitUrl=\"/twilio/voice/wait/en/([^\"]*)\".*", "$1");
        waits(0);
    }

    private static SignedTwilioRequest call() {
        return SignedTwilioRequest.inboundCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER);
    }

    private void waits(int seconds) {
        board.ask(call().at("/twilio/voice/wait/en/" + place).with("QueueTime", Integer.toString(seconds)));
    }

    private void isOut(String result, int seconds) {
        board.ask(call().at("/twilio/voice/line/en/" + place)
                .with("QueueResult", result)
                .with("QueueTime", Integer.toString(seconds)));
    }

    private void legEnds(WaitingId id, String status, boolean bridged) {
        LegRef whose = new LegRef(id, board.planner.version(), 0);
        board.ask(
                SignedTwilioRequest.leg(QueueScript.ENDED + whose.text(), "CA97", "CA97", Clinic.NUMBER, "+13055550111")
                        .with("DialCallStatus", status)
                        .with("DialBridged", Boolean.toString(bridged)));
    }

    private Stream<Waited> waited() {
        return inbox.facts.stream().flatMap(told -> Waited.of(told.getValue()).stream());
    }

    private Stream<Fact> told(Kind kind) {
        return inbox.facts.stream().map(Map.Entry::getValue).filter(fact -> fact.kind() == kind);
    }

    @Test
    void whoHangsUpInLineIsKeptWithPlaceWaitAndThePhonesThatRang() {
        legs.ringIs(CALLER, ANA, State.RINGING, "CA91");
        legs.ringIs(CALLER, BEN, State.BUSY, "CA92");
        clock.advance(Duration.ofSeconds(34));
        waits(34);

        isOut("hangup", 34);

        assertThat(waited())
                .containsExactly(
                        new Waited(How.ABANDONED, clock.instant(), Duration.ofSeconds(34), 1, List.of(ANA, BEN)));
    }

    @Test
    void whoHangsUpWhileTheStoreIsAwayIsKeptWithTheirWait() {
        line.away = true;

        isOut("hangup", 12);

        assertThat(waited())
                .containsExactly(new Waited(How.ABANDONED, clock.instant(), Duration.ofSeconds(12), 0, List.of()));
    }

    @Test
    void aTalkIsKeptWithItsLengthWhenTheCallersSideTellsOfItsEnd() {
        legs.ringIs(CALLER, BEN, State.RINGING, "CA92");
        legs.accept(CALLER, ANA, "CA91");
        legs.bridged(CALLER, ANA);
        clock.advance(Duration.ofMinutes(6));

        isOut("bridged", 20);
        isOut("bridged", 20);

        assertThat(told(Kind.TALKED).distinct())
                .containsExactly(
                        Conversation.fact(ANA, clock.instant().minus(Duration.ofMinutes(6)), clock.instant(), false));
        assertThat(waited().distinct())
                .containsExactly(new Waited(
                        How.TALKED,
                        clock.instant().minus(Duration.ofMinutes(6)),
                        Duration.ofSeconds(20),
                        0,
                        List.of(BEN)));
    }

    @Test
    void aCallBackWhosePersonDoesNotAnswerIsKept() {
        promised();
        legs.accept(CALLER.back(), ANA, "CA97");

        legEnds(CALLER.back(), "no-answer", false);

        assertThat(told(Kind.CALLED_BACK))
                .containsExactly(new Fact(
                        Kind.CALLED_BACK, "not-reached", clock.instant(), Map.of("by", "ana", "came", "no-answer")));
        assertThat(told(Kind.TALKED)).isEmpty();
    }

    @Test
    void theTalkOfACallBackIsOneOfTheFirstCall() {
        promised();
        legs.accept(CALLER.back(), ANA, "CA97");
        legs.bridged(CALLER.back(), ANA);
        clock.advance(Duration.ofMinutes(3));

        legEnds(CALLER.back(), "completed", true);

        assertThat(inbox.facts)
                .contains(Map.entry(
                        CALLER.source(),
                        Conversation.fact(ANA, clock.instant().minus(Duration.ofMinutes(3)), clock.instant(), true)));
        assertThat(told(Kind.CALLED_BACK)).isEmpty();
    }

    @Test
    void aCallBackThatNobodyMakesInTimeIsKept() {
        promised();
        clock.advance(board.rules.callBackWithin());

        board.dispatcher.round();

        assertThat(told(Kind.CALLED_BACK)).extracting(Fact::key).containsExactly("CALLED_BACK:given-up");
    }

    @Test
    void whoIsNotHeardOfAnyMoreHasHungUp() {
        clock.advance(Duration.ofMinutes(2));

        board.dispatcher.round();

        assertThat(waited()).extracting(Waited::how).containsExactly(How.ABANDONED);
    }

    private void promised() {
        board.ask(call().at("/twilio/voice/waiting/en/" + place)
                .with("QueueTime", "9")
                .with("Digits", "1"));
        isOut("leave", 9);
        assertThat(waited()).extracting(Waited::how).containsExactly(How.FOR_A_CALL_BACK);
        board.desk.callIsOver(CALLER);
    }
}
