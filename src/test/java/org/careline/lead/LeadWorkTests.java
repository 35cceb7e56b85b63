package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.NINE;
import static org.careline.lead.SomeLeads.act;
import static org.careline.lead.SomeLeads.due;
import static org.careline.lead.SomeLeads.form;
import static org.careline.lead.SomeLeads.minute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careline.lead.SafetyHold.Cause;
import org.careline.lead.SafetyHold.End;
import org.careline.lead.SafetyHold.Kind;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadWorkTests {

    private static final LeadId LEAD = LeadId.madeBy(form(0));
    private static final Cause DANGER = Cause.of(Kind.WORDS, NINE, form(0));
    private static final FollowUp PLAN = new FollowUp("new-enquiry", NINE, 2);

    private static final LeadWork BUSY = new LeadWork(
                    Stage.ATTEMPTING,
                    null,
                    List.of(due(Action.CALL, 5)),
                    PLAN,
                    Danger.NONE.and(List.of(DANGER)).postponing(Optional.of(due(Action.REVIEW, 90))),
                    null)
            .after(act(LEAD, 3, ANA));

    @Test
    void eachChangeLeavesEverythingElseAsItWas() {
        assertThat(BUSY.owing(List.of()))
                .usingRecursiveComparison()
                .ignoringFields("due")
                .isEqualTo(BUSY);
        assertThat(BUSY.postponing(Optional.empty()))
                .usingRecursiveComparison()
                .ignoringFields("danger.afterwards")
                .isEqualTo(BUSY);
        assertThat(BUSY.takenBy(Optional.empty()))
                .usingRecursiveComparison()
                .ignoringFields("danger.taker")
                .isEqualTo(BUSY);
        assertThat(BUSY.with(danger -> danger.and(List.of(DANGER)))).isEqualTo(BUSY);
    }

    @Test
    void anAttemptSettlesWhatWasOwedButACallThatGoesOn() {
        LeadWork onTheLine = BUSY.owing(due(Action.ON_CALL, 30)).owing(due(Action.CALL_BACK, 40));

        LeadWork tried =
                onTheLine.attempted(act(LEAD, 4, ANA), Stage.IN_CONVERSATION, null, due(Action.CALL, 60), false);

        assertThat(tried.due()).containsExactly(due(Action.CALL, 60), due(Action.ON_CALL, 30));
        assertThat(tried.stage()).isEqualTo(Stage.IN_CONVERSATION);
        assertThat(tried.act()).contains(act(LEAD, 4, ANA));
        assertThat(tried.safety()).isEqualTo(BUSY.safety());
        assertThat(tried.afterwards()).isEmpty();
    }

    @Test
    void aClosingOwesNothingAndKeepsWhatWasDone() {
        Closing end = new Closing(CloseReason.COST, minute(10));

        LeadWork closed = BUSY.ended(new End(minute(9), ANA, "A song.")).closed(end);

        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.closing()).isEqualTo(end);
        assertThat(closed.due()).isEmpty();
        assertThat(closed.afterwards()).isEmpty();
        assertThat(closed.followUp()).isEqualTo(PLAN);
        assertThat(closed.lastAct()).isEqualTo(BUSY.lastAct());
    }

    @Test
    void whatIsOpenedAgainBeginsItsAttemptsAnew() {
        LeadWork again = BUSY.closed(new Closing(CloseReason.COST, minute(10))).reopened();

        assertThat(again.stage()).isEqualTo(Stage.NEW);
        assertThat(again.closing()).isNull();
        assertThat(again.followUp()).isNull();
        assertThat(again.due()).isEmpty();
        assertThat(again.safety()).isEqualTo(BUSY.safety());
        assertThat(again.lastAct()).isEqualTo(BUSY.lastAct());
    }

    @Test
    void whatIsOpenIsNotOpenedAgain() {
        assertThat(BUSY.reopened()).isSameAs(BUSY);
    }

    @Test
    @Holds(Promise.P5)
    void whoeverDoesAnythingInDangerHasTakenThemAndElseNobodyIsNoted() {
        LeadWork calm = LeadWork.NEW.after(act(LEAD, 1, ANA));

        assertThat(BUSY.danger().taker()).isEqualTo(ANA);
        assertThat(calm.danger().taker()).isNull();
        assertThat(calm.takenBy(Optional.of(ANA)).danger().taker()).isNull();
    }

    @Test
    @Holds(Promise.P5)
    void withTheDangerGoesWhoTookIt() {
        LeadWork over = BUSY.ended(new End(minute(9), ANA, "With her sister."));

        assertThat(over.safetyHold()).isFalse();
        assertThat(over.danger().taker()).isNull();
        assertThat(over.due()).isEqualTo(BUSY.due());
    }

    @Test
    void itWakesWithTheFirstPromiseThatRipens() {
        assertThat(LeadWork.NEW.wakesAt()).isEmpty();
        assertThat(LeadWork.NEW
                        .owing(List.of(due(Action.CALL, 1), due(Action.CALL_BACK, 30)))
                        .wakesAt())
                .contains(minute(25));
        assertThat(LeadWork.NEW
                        .owing(List.of(due(Action.CALL_BACK, 30).ripening(minute(25))))
                        .wakesAt())
                .isEmpty();
    }

    @Test
    void whatIsOwedCannotBeChangedAfterwards() {
        List<DueItem> owed = new ArrayList<>(List.of(due(Action.CALL, 5)));
        LeadWork work = LeadWork.NEW.owing(owed);
        owed.clear();

        assertThat(work.due()).containsExactly(due(Action.CALL, 5));
    }

    /** An earlier version knew only whether somebody fears, and not why. */
    @Test
    @Holds(Promise.P5)
    void aHoldOfAnEarlierVersionHoldsAndIsGivenACause() {
        LeadWork earlier = stored(null, true);

        LeadWork now = earlier.recorded(LEAD, minute(2));

        assertThat(earlier.safetyHold()).isTrue();
        assertThat(earlier.safety().held()).isFalse();
        assertThat(now.safetyHold()).isTrue();
        assertThat(now.safety().pending()).containsExactly(new Cause(Kind.UNRECORDED, minute(2), LEAD.value(), null));
        assertThat(now.recorded(LEAD, minute(7))).isSameAs(now);
    }

    @Test
    @Holds(Promise.P5)
    void whatWasEndedIsNotHeldBecauseAnEarlierFieldStillSaysSo() {
        SafetyHold ended = SafetyHold.NONE.and(List.of(DANGER)).ended(new End(minute(9), ANA, "A song."));

        assertThat(stored(ended, true).safetyHold()).isFalse();
        assertThat(stored(ended, true).recorded(LEAD, minute(2)).safety()).isEqualTo(ended);
    }

    @Test
    @Holds(Promise.P5)
    void whatIsHeldIsHeldThoughAnEarlierFieldSaysNothing() {
        assertThat(stored(SafetyHold.NONE.and(List.of(DANGER)), false).safetyHold())
                .isTrue();
        assertThat(stored(null, false).safetyHold()).isFalse();
        assertThat(stored(null, false).recorded(LEAD, NINE).safety()).isEqualTo(SafetyHold.NONE);
    }

    @SuppressWarnings("NullAway") // an earlier version's document has no such field
    private static LeadWork stored(@Nullable SafetyHold safety, boolean held) {
        return new LeadWork(Stage.NEW, null, List.of(), null, new Danger(safety, held, null, ANA), null);
    }
}
