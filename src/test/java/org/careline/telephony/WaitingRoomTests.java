package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.careline.inbox.ScriptedInbox;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.Team;
import org.careline.speech.Clinic;
import org.careline.support.MovableClock;
import org.careline.support.PlayedCarrier;
import org.careline.support.SignedTwilioRequest;
import org.careline.waiting.MemoryLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller hears who waits in line, and what their keys do. */
class WaitingRoomTests {

    private final MovableClock clock = new MovableClock();
    private final MemoryLine line = new MemoryLine();
    private final ScriptedInbox inbox = new ScriptedInbox();
    private final Switchboard board = new Switchboard(
            Clinic.PLAN,
            Clinic.NOT_RECORDED,
            Switchboard.ALWAYS,
            List.of(Team.always("ana", "en", "es")),
            inbox,
            new Switchboard.StoredFacts(),
            clock,
            new SimpleMeterRegistry(),
            new Switchboard.Waiting(line, new PlayedCarrier(), new Nobody(), rules -> rules));
    private String place = "";

    /** Whoever rings phones is asked, and does nothing yet. */
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
        assertThat(waits(0)).contains("We call them.", "Press 1 and keep your place.", "Or press 9.");
    }

    private static SignedTwilioRequest call() {
        return SignedTwilioRequest.inboundCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER);
    }

    /** The carrier always asks the address that the queue was made with. */
    private String waits(int seconds) {
        return board.ask(call().at("/twilio/voice/wait/en/" + place).with("QueueTime", Integer.toString(seconds)))
                .twiml();
    }

    private String presses(String key, int seconds) {
        return board.ask(call().at("/twilio/voice/waiting/en/" + place)
                        .with("QueueTime", Integer.toString(seconds))
                        .with("Digits", key))
                .twiml();
    }

    private String isOut(String result) {
        return board.ask(call().at("/twilio/voice/line/en/" + place).with("QueueResult", result))
                .twiml();
    }

    @Test
    void whoeverChoosesTheOtherLanguageHearsItFromThenOn() {
        String answer = presses("2", 5);
        clock.advance(Duration.ofSeconds(31));
        String later = waits(31);

        assertThat(answer).contains("Les llamamos.").doesNotContain("We call them.");
        assertThat(later).contains("Es el número 1.").doesNotContain("You are number");
    }

    @Test
    void aPhoneIsRungAtOnceForWhoeverBeginsToWait() {
        board.dispatcher.round();

        assertThat(line.open())
                .singleElement()
                .satisfies(call -> assertThat(call.rings()).isNotEmpty());
    }

    @Test
    void everyHalfMinuteTheNumberIsTold() {
        clock.advance(Duration.ofSeconds(12));
        String soon = waits(12);
        clock.advance(Duration.ofSeconds(20));
        String later = waits(32);

        assertThat(soon).contains("<Gather").doesNotContain("<Say");
        assertThat(later).contains("You are number 1.");
    }

    @Test
    @Holds(Promise.P5)
    void theCrisisKeyLeadsOutOfTheQueueToTheLine() {
        String answer = presses("9", 5);

        assertThat(answer).contains("<Leave/>");
        assertThat(isOut("leave")).contains("988");
        assertThat(board.alarmed).isNotEmpty();
    }

    @Test
    @Holds(Promise.P5)
    void theCrisisKeyNeedsNoStore() {
        line.away = true;

        assertThat(presses("9", 5)).contains("<Leave/>");
        assertThat(isOut("leave")).contains("988");
    }

    /** Twilio asks the queue's action once more when the caller's call is moved to another document. */
    @ParameterizedTest
    @ValueSource(strings = {"hangup", "bridged", "leave", "error"})
    void aLateActionOfAQueueThatWasLeftChangesNothing(String result) {
        isOut("hangup");
        board.ask(SignedTwilioRequest.endOfCall(Clinic.CALL, Clinic.CALLER, Clinic.NUMBER, "completed", 60));
        List<?> calls = List.copyOf(line.open());
        List<?> facts = List.copyOf(inbox.facts);

        isOut(result);

        assertThat(line.open()).isEqualTo(calls);
        assertThat(inbox.facts).isEqualTo(facts);
        assertThat(board.alarmed).isEmpty();
    }

    @Test
    void aStoreThatGoesAwayLetsThemWaitOnUntilTheLongestWait() {
        line.away = true;

        assertThat(waits(60)).contains("<Gather").doesNotContain("<Leave/>");
        assertThat(waits((int) Clinic.PLAN.longestWait().toSeconds())).contains("<Leave/>");
    }

    @Test
    void afterTheLongestWaitAMessageIsTaken() {
        for (int wait = 0; wait < 10; wait++) {
            clock.advance(Duration.ofSeconds(20));
            waits(wait * 20 + 20);
        }

        assertThat(waits(220)).contains("<Leave/>");
    }

    @Test
    void aQueueThatCannotBeUsedLeadsToTheDialOfEachPhone() {
        assertThat(isOut("system-error")).contains("<Dial");
    }
}
