package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.careline.lead.Conversation;
import org.careline.lead.Fact;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Lead;
import org.careline.lead.Touch;
import org.careline.lead.Waited;
import org.careline.lead.Waited.How;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that were different things read differently. */
class CallLabelsTests {

    private static final Instant NINE = MovableClock.MONDAY_NINE;
    private static final CoordinatorId ANA = new CoordinatorId("ana");
    private static final CoordinatorId BEN = new CoordinatorId("ben");

    private final Lead lead = SomeLeads.of("call:CA1", "Maya Ortiz", 0);

    private CallLabels call(Fact... facts) {
        Touch touch = SomeLeads.touchOf("call:CA1", lead, null).learning(List.of(facts));
        return new CallLabels(touch, id -> id.equals(ANA) ? "Ana Reyes" : "Ben Carter");
    }

    private static Fact over(String status, int seconds) {
        return new Fact(Kind.CALL_STATUS, status, NINE, Map.of("duration", String.valueOf(seconds)));
    }

    private static Fact waited(How how, int seconds, int place, CoordinatorId... rung) {
        return new Waited(how, NINE, Duration.ofSeconds(seconds), place, List.of(rung)).fact();
    }

    private static Fact rang(CoordinatorId who, String came) {
        return new Fact(Kind.RANG, who.value(), NINE, Map.of("came", came));
    }

    @Test
    void whoAnsweredForHowLongAndAfterWhichWait() {
        Fact talk = Conversation.fact(ANA, NINE, NINE.plusSeconds(362), false);

        assertThat(call(
                                Fact.accepted("ana", NINE, Duration.ofHours(1)),
                                talk,
                                waited(How.TALKED, 34, 1, BEN),
                                over("completed", 400))
                        .sentences())
                .isEqualTo("Ana Reyes talked with them for 6 min. Waited 34 s. Rang in vain: Ben Carter");
        assertThat(call(Fact.accepted("ana", NINE, Duration.ofHours(1))).sentences())
                .isEqualTo("Ana Reyes took the call");
    }

    @Test
    void whereTheyGaveUp() {
        assertThat(call(over("completed", 7)).sentences()).isEqualTo("Hung up in the greeting, after 7 s");
        assertThat(call(new Fact(Kind.LANGUAGE, "es", NINE, Map.of()), over("completed", 20))
                        .sentences())
                .isEqualTo("Hung up in the menu, after 20 s");
        assertThat(call(waited(How.ABANDONED, 34, 2, ANA, BEN), over("completed", 60))
                        .sentences())
                .isEqualTo(
                        "Hung up while waiting in line, as number 2, after 34 s. Rang in vain: Ana Reyes, Ben Carter");
        assertThat(call(rang(ANA, "canceled"), over("completed", 30)).sentences())
                .isEqualTo("Hung up while phones rang. Rang in vain: Ana Reyes");
        assertThat(call(rang(ANA, "busy"), rang(BEN, "no-answer"), over("completed", 70))
                        .sentences())
                .isEqualTo("Nobody took the call, and no message was left. Rang in vain: Ana Reyes, Ben Carter");
        assertThat(call(waited(How.FOR_A_MESSAGE, 200, 3), over("completed", 230))
                        .sentences())
                .isEqualTo("Nobody took the call; asked for a message, they left none. Waited 3 min");
        assertThat(call(over("busy", 0)).sentences()).isEqualTo("Busy");
        assertThat(call().sentences()).isEmpty();
    }

    @Test
    void whatTheyAskedForAndLeft() {
        assertThat(call(new Fact(Kind.VOICEMAIL, "left", NINE, Map.of("duration", "42")), over("completed", 60))
                        .sentences())
                .isEqualTo("Voicemail, 0:42");
        assertThat(call(Fact.callBack(0, null, NINE), waited(How.FOR_A_CALL_BACK, 40, 1), over("completed", 60))
                        .sentences())
                .isEqualTo("Asked to be called back. Waited 40 s");
        assertThat(call(new Fact(Kind.CRISIS, "asked", NINE, Map.of()), over("completed", 60))
                        .sentences())
                .isEqualTo("Asked for the crisis line");
    }

    @Test
    void whatCameOfACallBack() {
        Fact rangOut = new Fact(Kind.CALLED_BACK, "not-reached", NINE, Map.of("by", "ben", "came", "no-answer"));
        Fact givenUp = new Fact(Kind.CALLED_BACK, "given-up", NINE, Map.of());

        assertThat(call().calledBack(rangOut))
                .isEqualTo("Called back: Ben Carter accepted, the person\u2019s phone rang out");
        assertThat(call().calledBack(givenUp))
                .isEqualTo("Not called back in time: nobody took it. The call back is still owed");
        assertThat(call().calledBack(over("busy", 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "89, 89 s", "90, 2 min", "3600, 1 h", "3900, 1 h 5 min"})
    void lengthsAreRoundAsPeopleSayThem(int seconds, String words) {
        assertThat(CallLabels.length(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
