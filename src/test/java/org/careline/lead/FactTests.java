package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.BEN;
import static org.careline.lead.SomeLeads.call;
import static org.careline.lead.SomeLeads.minute;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Waited.How;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What facts tell, and that each says nothing of what it is not about. */
class FactTests {

    private static final PhoneNumber PHONE = new PhoneNumber("+13055550141");

    /** A fact with every value that any kind knows. */
    private static Fact full(Kind kind) {
        return new Fact(
                kind,
                "ana",
                minute(5),
                Map.of(
                        "longest", "60",
                        "phone", PHONE.e164(),
                        "promised", minute(30).toString(),
                        "text", "words",
                        "recording", "RE1",
                        "duration", "61",
                        "seconds", "120"));
    }

    @ParameterizedTest
    @EnumSource
    void aFactTellsOnlyWhatItsKindIsAbout(Kind kind) {
        Fact fact = full(kind);

        assertThat(fact.talkUntil().isPresent()).isEqualTo(kind == Kind.ACCEPTED);
        assertThat(fact.heard().isPresent()).isEqualTo(kind == Kind.TRANSCRIPT);
        assertThat(fact.promisedFor().isPresent()).isEqualTo(kind == Kind.CALL_BACK);
        assertThat(fact.typed().isPresent()).isEqualTo(kind == Kind.SET_ASIDE);
        assertThat(fact.crisisTalk().isPresent()).isEqualTo(kind == Kind.CRISIS);
        assertThat(fact.enteredPhone().isPresent()).isEqualTo(kind == Kind.CALL_BACK || kind == Kind.NOT_DIALLED);
        assertThat(fact.recording().isPresent()).isEqualTo(kind == Kind.VOICEMAIL || kind == Kind.RECORDING);
        assertThat(Conversation.of(call(0), fact).isPresent()).isEqualTo(kind == Kind.TALKED);
        assertThat(RoutingFact.explanation(fact).isPresent()).isEqualTo(kind == Kind.ROUTED);
        assertThat(fact.endsTheCall()).isFalse();
    }

    /** Stored by an earlier version, which knew none of these values. */
    @ParameterizedTest
    @EnumSource
    void aFactWithoutValuesTellsNothing(Kind kind) {
        Fact bare = new Fact(kind, "ana", minute(5), Map.of());

        assertThat(bare.talkUntil()).isEmpty();
        assertThat(bare.heard()).isEmpty();
        assertThat(bare.promisedFor()).isEmpty();
        assertThat(bare.typed()).isEmpty();
        assertThat(bare.crisisTalk()).isEmpty();
        assertThat(bare.enteredPhone()).isEmpty();
        assertThat(bare.recording()).isEmpty();
        assertThat(Conversation.of(call(0), bare)).isEmpty();
        assertThat(Waited.of(bare)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "busy", "no-answer", "failed", "canceled"})
    void onlyACallsOwnEndEndsIt(String end) {
        assertThat(new Fact(Kind.CALL_STATUS, end, minute(1), Map.of()).endsTheCall())
                .isTrue();
        assertThat(new Fact(Kind.VOICEMAIL, end, minute(1), Map.of()).endsTheCall())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "initiated", "ringing", "in-progress", "Completed"})
    void whatIsNoEndDoesNotEndACall(String status) {
        assertThat(new Fact(Kind.CALL_STATUS, status, minute(1), Map.of()).endsTheCall())
                .isFalse();
    }

    @Test
    void theSameFactHasTheSameKeyWheneverItIsTold() {
        Fact first = new Fact(Kind.CALL_STATUS, "completed", minute(1), Map.of("duration", "61"));
        Fact again = new Fact(Kind.CALL_STATUS, "completed", minute(2), Map.of());

        assertThat(first.key()).isEqualTo(again.key()).isEqualTo("CALL_STATUS:completed");
        assertThat(Fact.callBack(1, PHONE, minute(1)).key())
                .isNotEqualTo(Fact.callBack(2, PHONE, minute(1)).key());
        assertThat(Fact.notDialled("premium", 1, null, minute(1)).key()).isEqualTo("NOT_DIALLED:premium-1");
    }

    @Test
    void whatWasPromisedIsAddedToTheWish() {
        Fact wish = Fact.callBack(1, PHONE, minute(1));

        Fact promised = wish.promised(minute(30));

        assertThat(wish.promisedFor()).isEmpty();
        assertThat(promised.promisedFor()).contains(minute(30));
        assertThat(promised.enteredPhone()).contains(PHONE);
        assertThat(promised.key()).isEqualTo(wish.key());
    }

    @Test
    void aTalkIsOverWhenItIsCutOffAtTheLatest() {
        assertThat(Fact.accepted("ana", minute(1), Duration.ofHours(4)).talkUntil())
                .contains(minute(241));
    }

    @Test
    void ofALongMessageTheBeginningIsKept() {
        Fact heard = Fact.transcript("RE1", "a".repeat(4_001), minute(1));

        assertThat(heard.heard()).hasValueSatisfying(text -> assertThat(text).hasSize(4_000));
        assertThat(Fact.transcript("RE1", "a".repeat(4_000), minute(1)).heard())
                .hasValueSatisfying(text -> assertThat(text).hasSize(4_000));
    }

    @Test
    void anEmptyFieldWasNotTyped() {
        assertThat(Fact.setAside("email", "unreadable", "", minute(1)).typed()).isEmpty();
        assertThat(Fact.setAside("email", "unreadable", "maya@", minute(1)).typed())
                .contains("maya@");
        assertThat(Fact.setAside("email", "unreadable", "maya@", minute(1)).status())
                .isEqualTo("email:unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "a while", "12345678", "1.5"})
    @Holds(Promise.P5)
    void aDurationThatIsNoneIsNotKnown(String duration) {
        assertThat(new Fact(Kind.CRISIS, Fact.CONNECTED, minute(1), Map.of("duration", duration)).crisisTalk())
                .isEmpty();
    }

    @Test
    void aTalkIsReadBackAsItWas() {
        Conversation talk = new Conversation(call(0), ANA, minute(1), minute(4), true);

        assertThat(Conversation.of(call(0), Conversation.fact(ANA, minute(1), minute(4), true)))
                .contains(talk);
        assertThat(Conversation.of(call(0), Conversation.fact(ANA, minute(1), minute(4), false)))
                .map(Conversation::calledBack)
                .contains(false);
        assertThat(talk.length()).isEqualTo(Duration.ofMinutes(3));
    }

    /** The clocks of two nodes need not agree. */
    @Test
    void aTalkThatEndsBeforeItBeginsHasNoLength() {
        Fact odd = Conversation.fact(ANA, minute(4), minute(1), false);

        assertThat(Conversation.of(call(0), odd)).hasValueSatisfying(talk -> {
            assertThat(talk.length()).isZero();
            assertThat(talk.counts()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void howTheyWaitedIsReadBackAsItWas(How how) {
        Waited alone = new Waited(how, minute(5), Duration.ofSeconds(61), 0, List.of());
        Waited third = new Waited(how, minute(5), Duration.ofMinutes(2), 3, List.of(ANA, BEN));

        assertThat(Waited.of(alone.fact())).contains(alone);
        assertThat(Waited.of(third.fact())).contains(third);
    }

    @Test
    void aWaitOfAnEarlierVersionIsReadWithWhatItSays() {
        assertThat(Waited.of(new Fact(Kind.WAITED, "abandoned", minute(5), Map.of())))
                .contains(new Waited(How.ABANDONED, minute(5), Duration.ZERO, 0, List.of()));
        assertThat(Waited.of(new Fact(Kind.WAITED, "by-a-later-version", minute(5), Map.of())))
                .isEmpty();
    }

    @Test
    void aRoutingWithoutItsRuleIsStillExplained() {
        assertThat(RoutingFact.explanation(new Fact(Kind.ROUTED, "7", minute(1), Map.of("ring", "ana"))))
                .hasValueSatisfying(why -> {
                    assertThat(why.version()).isEqualTo("7");
                    assertThat(why.rule()).isEmpty();
                    assertThat(why.evidence()).containsOnly(Map.entry("ring", "ana"));
                });
        assertThat(RoutingFact.fact("7", "again", "rule", "Text.", Map.of(), minute(1))
                        .status())
                .isEqualTo("7-again");
    }

    @Test
    @Holds(Promise.P10)
    void itsValuesAreNotPrinted() {
        assertThat(full(Kind.CALL_BACK).toString()).doesNotContain("5550141", "words");
    }
}
