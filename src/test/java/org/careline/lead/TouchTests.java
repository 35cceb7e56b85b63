package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.BEN;
import static org.careline.lead.SomeLeads.NINE;
import static org.careline.lead.SomeLeads.call;
import static org.careline.lead.SomeLeads.minute;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Explanation.Step;
import org.careline.lead.Fact.Kind;
import org.careline.lead.Waited.How;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One contact, what is learnt of it, and what came of it. */
class TouchTests {

    private static final LeadId LEAD = LeadId.madeBy(call(0));
    private static final Fact COMPLETED = fact(Kind.CALL_STATUS, "completed");
    private static final Fact ASKED_FOR_THE_CRISIS_LINE = fact(Kind.CRISIS, Fact.CONNECTED);
    private static final Fact TALKED = Conversation.fact(ANA, minute(1), minute(4), false);
    private static final Fact CALL_BACK = Fact.callBack(0, null, minute(1));
    private static final Fact VOICEMAIL = fact(Kind.VOICEMAIL, "completed");
    private static final Fact WAITED = new Waited(How.ABANDONED, minute(2), Duration.ofMinutes(2), 1, List.of()).fact();

    @Test
    void nothingHasComeOfACallThatGoesOn() {
        assertThat(touch().outcome()).isNull();
        assertThat(touch(fact(Kind.CALL_STATUS, "in-progress"), WAITED).outcome())
                .isNull();
        assertThat(touch(fact(Kind.CALL_STATUS, "in-progress")).end()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "busy", "no-answer", "failed", "canceled"})
    void aCallOfWhichNothingCameEndsInTwiliosWords(String end) {
        assertThat(touch(fact(Kind.CALL_STATUS, end)).outcome()).isEqualTo(end);
    }

    @Test
    void whoeverWaitedOrWasRungForAndWasNotTakenGaveUp() {
        assertThat(touch(COMPLETED, WAITED).outcome()).isEqualTo("abandoned");
        assertThat(touch(COMPLETED, fact(Kind.RANG, "ana")).outcome()).isEqualTo("abandoned");
        assertThat(touch(COMPLETED, WAITED, Fact.accepted("ana", minute(1), Duration.ofHours(1)))
                        .outcome())
                .isEqualTo("completed");
    }

    /** Each says more than all that come after it. */
    @Test
    @Holds(Promise.P4)
    void theMostThatCameOfItIsTheOutcome() {
        List<Fact> all = List.of(ASKED_FOR_THE_CRISIS_LINE, TALKED, CALL_BACK, VOICEMAIL, WAITED, COMPLETED);
        List<String> outcomes =
                List.of("crisis-line", "answered", "callback-requested", "voicemail", "abandoned", "completed");

        for (int first = 0; first < all.size(); first++) {
            Touch touch = touch(all.subList(first, all.size()).toArray(new Fact[0]));
            assertThat(touch.outcome()).isEqualTo(outcomes.get(first));
        }
    }

    @Test
    @Holds(Promise.P5)
    void whoeverWasNotConnectedWithTheCrisisLineAskedForItAllTheSame() {
        assertThat(touch(fact(Kind.CRISIS, Fact.NOT_CONNECTED), VOICEMAIL, COMPLETED)
                        .outcome())
                .isEqualTo("crisis-line");
    }

    @Test
    @Holds(Promise.P5)
    void dangerThatWasReadInAMessageIsNoCallToTheCrisisLine() {
        assertThat(touch(fact(Kind.CRISIS, Fact.IN_A_MESSAGE), VOICEMAIL, COMPLETED)
                        .outcome())
                .isEqualTo("voicemail");
    }

    @Test
    void aMomentOnTheLineIsNoTalk() {
        Fact moment = Conversation.fact(ANA, minute(1), minute(1).plusSeconds(9), false);
        Fact tenSeconds = Conversation.fact(ANA, minute(1), minute(1).plusSeconds(10), false);

        assertThat(touch(moment, COMPLETED).outcome()).isEqualTo("completed");
        assertThat(touch(tenSeconds, COMPLETED).outcome()).isEqualTo("answered");
        assertThat(touch(moment).talks()).hasSize(1);
    }

    @Test
    void theLatestNumberThatTheyEnteredIsCalledBack() {
        Touch touch = touch(
                Fact.callBack(2, new PhoneNumber("+13055550142"), minute(3)),
                Fact.callBack(1, new PhoneNumber("+13055550141"), minute(2)),
                Fact.callBack(0, null, minute(1)));

        assertThat(touch.callBackPhone()).contains(new PhoneNumber("+13055550142"));
        assertThat(touch(CALL_BACK).callBackPhone()).isEmpty();
    }

    @Test
    void aRefusalToBeRecordedCountsWhateverElseIsKnown() {
        Fact announced = fact(Kind.RECORDING_CONSENT, "announced");
        Fact declined = fact(Kind.RECORDING_CONSENT, "declined");

        assertThat(touch(declined, announced).recordingConsent()).contains(declined);
        assertThat(touch(announced, declined).recordingConsent()).contains(declined);
        assertThat(touch(announced).recordingConsent()).contains(announced);
        assertThat(touch(COMPLETED).recordingConsent()).isEmpty();
    }

    @Test
    void eachRecordingIsNamedOnceAndTranscriptsAreTold() {
        Fact message = new Fact(Kind.VOICEMAIL, "completed", minute(2), Map.of("recording", "RE1"));
        Fact told = new Fact(Kind.RECORDING, "completed", minute(3), Map.of("recording", "RE1"));
        Fact second = new Fact(Kind.RECORDING, "completed-2", minute(4), Map.of("recording", "RE2"));

        Touch touch = touch(message, told, second, Fact.transcript("RE1", "Please call me", minute(5)));

        assertThat(touch.recordings()).containsExactly("RE1", "RE2");
        assertThat(touch.transcripts()).containsExactly("Please call me");
    }

    @Test
    void howTheyWaitedFirstIsTold() {
        Fact later = new Waited(How.TALKED, minute(9), Duration.ofMinutes(3), 2, List.of(BEN)).fact();

        assertThat(touch(later, WAITED).waited()).map(Waited::until).contains(minute(2));
        assertThat(touch(COMPLETED).waited()).isEmpty();
    }

    @Test
    void aReasonByTheSameRuleIsNotGivenTwice() {
        Explanation matched = new Explanation(Step.MATCH, "phone", "1", "One lead has this phone.", Map.of());
        Explanation again = new Explanation(Step.MATCH, "phone", "2", "Said otherwise.", Map.of());

        Touch explained = touch().explaining(List.of(matched)).explaining(List.of(again, SomeLeads.why()));

        assertThat(explained.explanations()).containsExactly(matched, SomeLeads.why());
        assertThat(explained.explains(Step.MATCH)).isTrue();
        assertThat(explained.explains(Step.ROUTE)).isFalse();
    }

    @Test
    void whyThePhonesRangComesFirstAndWhyANoteIsOwedLast() {
        Fact routed = RoutingFact.fact("7", "", "open-hours", "The team is rung.", Map.of("ring", "ana"), minute(0));

        List<Explanation> reasons =
                touch(TALKED, routed).explaining(List.of(SomeLeads.why())).reasons();

        assertThat(reasons).extracting(Explanation::step).containsExactly(Step.ROUTE, Step.ASSIGN, Step.PLAN);
        assertThat(reasons.get(0).rule()).isEqualTo("open-hours");
        assertThat(reasons.get(0).version()).isEqualTo("7");
        assertThat(reasons.get(0).evidence()).containsOnly(Map.entry("ring", "ana"));
        assertThat(reasons.get(2).evidence()).containsEntry("talked-with", "ana");
    }

    @Test
    void aContactThatMovesToAnotherPersonIsSureOfIt() {
        LeadId other = LeadId.madeBy(call(9));
        Touch unsure = new Touch(
                call(0), 3, LEAD, Touch.Direction.IN, NINE, null, null, true, List.of(CALL_BACK), List.of(), null);

        Touch moved = unsure.movedTo(other, List.of(SomeLeads.why()));

        assertThat(moved.leadId()).isEqualTo(other);
        assertThat(moved.unconfirmed()).isFalse();
        assertThat(moved.explanations()).containsExactly(SomeLeads.why());
        assertThat(moved.facts()).isEqualTo(unsure.facts());
        assertThat(moved.rev()).isEqualTo(3);
    }

    @Test
    @Holds(Promise.P10)
    void whatTheySaidIsNotPrinted() {
        Touch touch = touch(
                Fact.transcript("RE1", "I have not slept", minute(1)),
                Fact.callBack(1, new PhoneNumber("+13055550141"), minute(2)),
                Fact.setAside("email", "unreadable", "maya at example", minute(2)));

        assertThat(touch.toString()).doesNotContain("slept", "5550141", "maya", "Maya", "Please");
    }

    private static Touch touch(Fact... facts) {
        return new Touch(
                call(0),
                0,
                LEAD,
                Touch.Direction.IN,
                NINE,
                new PersonName("Maya"),
                "Please call",
                false,
                Stream.of(facts).toList(),
                List.of(),
                null);
    }

    private static Fact fact(Kind kind, String status) {
        return new Fact(kind, status, minute(1), Map.of());
    }
}
