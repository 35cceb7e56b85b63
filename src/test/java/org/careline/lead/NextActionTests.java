package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.due;
import static org.careline.lead.SomeLeads.form;
import static org.careline.lead.SomeLeads.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.Kind;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the queue's lanes, and what comes first inside a lead. */
class NextActionTests {

    private static final LeadId LEAD = LeadId.madeBy(form(0));

    /** Who wrote at nine and has heard from nobody yet. */
    private static final ContactTimes NOT_ANSWERED = ContactTimes.of(minute(0), minute(0), Map.of(), null);

    private static final ContactTimes ANSWERED = NOT_ANSWERED.settled(minute(4));

    @ParameterizedTest
    @CsvSource({
        "ON_CALL,   false, ON_THE_LINE",
        "CALL_BACK, false, FOLLOW_UP",
        "CALL,      false, FIRST_RESPONSE",
        "TEXT,      false, MESSAGE",
        "REVIEW,    false, REVIEW",
        "ON_CALL,   true,  ON_THE_LINE",
        "CALL_BACK, true,  FOLLOW_UP",
        "CALL,      true,  FOLLOW_UP",
        "TEXT,      true,  MESSAGE",
        "REVIEW,    true,  REVIEW"
    })
    void everyKindOfWorkHasItsLane(Action what, boolean answered, Lane lane) {
        NextAction next = among(owing(due(what, 5)), answered ? ANSWERED : NOT_ANSWERED);

        assertThat(next).extracting(NextAction::what, NextAction::lane).containsExactly(what, lane);
        assertThat(next.dueAt()).isEqualTo(minute(5));
    }

    @Test
    void aPromisedTimeThatIsNearComesBeforeFirstCalls() {
        DueItem ripe = due(Action.CALL_BACK, 5).ripening(minute(3));

        assertThat(among(owing(ripe), NOT_ANSWERED).lane()).isEqualTo(Lane.PROMISED);
        assertThat(among(owing(ripe), ANSWERED).lane()).isEqualTo(Lane.PROMISED);
    }

    @ParameterizedTest
    @EnumSource
    @Holds(Promise.P5)
    void whateverIsOwedToSomebodyInDangerIsInTheFirstLane(Action what) {
        assertThat(among(inDanger(due(what, 5)), NOT_ANSWERED).lane()).isEqualTo(Lane.SAFETY);
        assertThat(among(inDanger(due(what, 5)), ANSWERED).lane()).isEqualTo(Lane.SAFETY);
    }

    @Test
    @Holds(Promise.P5)
    void inDangerNothingWaitsForANoteOfATalk() {
        ContactTimes talked = talkedUntil(8);

        NextAction next = among(inDanger(due(Action.CALL, 5)), talked);

        assertThat(next).extracting(NextAction::what, NextAction::lane).containsExactly(Action.CALL, Lane.SAFETY);
        assertThat(next.dueAt()).isEqualTo(minute(5));
    }

    @Test
    void nothingOwedIsNoNextAction() {
        assertThat(NextAction.among(LeadWork.NEW, NOT_ANSWERED, LEAD)).isEmpty();
    }

    @Test
    void whoeverIsOnTheLineComesBeforeWhatWasDueEarlier() {
        NextAction next = among(
                owing(due(Action.REVIEW, 1), due(Action.CALL, 2), due(Action.ON_CALL, 90), due(Action.CALL_BACK, 3)),
                NOT_ANSWERED);

        assertThat(next.what()).isEqualTo(Action.ON_CALL);
    }

    @Test
    void theEarlierDueTimeComesFirst() {
        assertThat(among(owing(due(Action.CALL, 6), due(Action.REVIEW, 5)), NOT_ANSWERED)
                        .what())
                .isEqualTo(Action.REVIEW);
        assertThat(among(owing(due(Action.CALL, 5), due(Action.REVIEW, 6)), NOT_ANSWERED)
                        .what())
                .isEqualTo(Action.CALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"CALL", "TEXT", "REVIEW"})
    void ofTwoThatAreDueAtOnceThePromisedCallComesFirst(Action other) {
        assertThat(among(owing(due(other, 5), promised(5, form(99))), NOT_ANSWERED)
                        .what())
                .isEqualTo(Action.CALL_BACK);
        assertThat(among(owing(promised(5, form(99)), due(other, 5)), NOT_ANSWERED)
                        .what())
                .isEqualTo(Action.CALL_BACK);
    }

    @Test
    void whoeverAskedToBeCalledBackIsNotCalledBeforeThatForHavingCalled() {
        DueItem call = DueItem.of(Action.CALL, minute(5), Set.of(form(1)));
        DueItem callOfTwo = DueItem.of(Action.CALL, minute(5), Set.of(form(1), form(2)));
        DueItem agreed = DueItem.of(Action.CALL, minute(5), Set.of());
        DueItem back = promised(30, form(1));

        assertThat(among(owing(call, back), NOT_ANSWERED).dueAt()).isEqualTo(minute(30));
        assertThat(among(owing(callOfTwo, back), NOT_ANSWERED).dueAt()).isEqualTo(minute(5));
        assertThat(among(owing(agreed, back), NOT_ANSWERED).dueAt()).isEqualTo(minute(5));
    }

    @Test
    void afterATalkItIsToNoteWhatCameOfItAndNobodyCalls() {
        NextAction next = among(owing(due(Action.CALL, 5), due(Action.CALL_BACK, 6)), talkedUntil(8));

        assertThat(next)
                .extracting(NextAction::what, NextAction::lane, NextAction::dueAt)
                .containsExactly(Action.REVIEW, Lane.MESSAGE, minute(13));
    }

    @Test
    void onlyWhoeverIsOnTheLineComesBeforeTheNote() {
        NextAction next = among(owing(due(Action.ON_CALL, 90)), talkedUntil(8));

        assertThat(next)
                .extracting(NextAction::what, NextAction::lane)
                .containsExactly(Action.ON_CALL, Lane.ON_THE_LINE);
    }

    @Test
    void ifNothingIsNotedWithinAnHourTheyAreCalledThen() {
        ContactTimes unnoted = talkedUntil(8).noticing(minute(68));

        NextAction next = among(owing(due(Action.CALL, 5)), unnoted);

        assertThat(next)
                .extracting(NextAction::what, NextAction::lane, NextAction::dueAt)
                .containsExactly(Action.CALL, Lane.FOLLOW_UP, minute(68));
        assertThat(among(owing(due(Action.CALL, 200)), unnoted).dueAt()).isEqualTo(minute(200));
        assertThat(among(owing(due(Action.ON_CALL, 30)), unnoted).dueAt()).isEqualTo(minute(30));
    }

    @Test
    void aLookThatIsOwedBesideATalkIsNotTakenForItsNote() {
        ContactTimes unnoted = talkedUntil(8).noticing(minute(68));

        assertThat(among(owing(due(Action.REVIEW, 5)), unnoted).lane()).isEqualTo(Lane.REVIEW);
        assertThat(among(owing(due(Action.REVIEW, 5)), talkedUntil(8).settled(minute(9)))
                        .lane())
                .isEqualTo(Lane.REVIEW);
    }

    @Test
    void thePlaceSortsByLaneThenByTimeThenByLead() {
        LeadId first = new LeadId("000000000000000000000000");
        LeadId last = new LeadId("ffffffffffffffffffffffff");
        List<String> places = List.of(
                place(inDanger(due(Action.CALL, 900)), last),
                place(owing(due(Action.ON_CALL, 90)), first),
                place(owing(due(Action.CALL_BACK, 80).ripening(minute(80))), first),
                place(owing(due(Action.CALL, 4)), last),
                place(owing(due(Action.CALL, 5)), first),
                place(owing(due(Action.CALL, 5)), last),
                place(owing(due(Action.CALL, 50)), first),
                place(owing(due(Action.TEXT, 1)), first),
                place(owing(due(Action.CALL_BACK, 1)), first),
                place(owing(due(Action.REVIEW, 1)), first));

        assertThat(places).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theOrderInWhichThingsAreOwedDoesNotMatter() {
        List<DueItem> owed = new ArrayList<>(
                List.of(due(Action.CALL, 5), promised(5, form(99)), due(Action.REVIEW, 5), due(Action.TEXT, 7)));
        Set<NextAction> found = new HashSet<>();

        for (int round = 0; round < 50; round++) {
            Collections.shuffle(owed, new Random(round));
            found.add(among(owing(owed.toArray(new DueItem[0])), NOT_ANSWERED));
        }

        assertThat(found).hasSize(1);
    }

    private static NextAction among(LeadWork work, ContactTimes history) {
        return NextAction.among(work, history, LEAD).orElseThrow();
    }

    private static String place(LeadWork work, LeadId lead) {
        return NextAction.among(work, NOT_ANSWERED, lead).orElseThrow().place();
    }

    private static LeadWork owing(DueItem... items) {
        return LeadWork.NEW.owing(List.of(items));
    }

    private static LeadWork inDanger(DueItem... items) {
        return owing(items).with(danger -> danger.and(List.of(Cause.of(Kind.WORDS, minute(0), form(0)))));
    }

    private static DueItem promised(long minute, SourceId by) {
        return DueItem.of(Action.CALL_BACK, minute(minute), Set.of(by));
    }

    private static ContactTimes talkedUntil(long minute) {
        Instant from = minute(1);
        Conversation talk = new Conversation(SomeLeads.call(1), ANA, from, minute(minute), false);
        return ContactTimes.of(minute(0), from, Map.of(), talk);
    }
}
