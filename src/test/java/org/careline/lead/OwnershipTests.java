package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.BEN;
import static org.careline.lead.SomeLeads.decision;
import static org.careline.lead.SomeLeads.minute;
import static org.careline.lead.SomeLeads.nobody;

import java.time.Instant;
import java.util.List;
import org.careline.lead.Assignment.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who owns a lead, and who becomes its owner by talking with the person. */
class OwnershipTests {

    /** The call that somebody takes began then. */
    private static final Instant BEGAN = minute(10);

    @Test
    void aLeadHasAnOwnerOrAReasonForHavingNone() {
        assertThatThrownBy(() -> new Ownership(ANA, UnassignedReason.UNDECIDED, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ownership(null, null, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLeadOfNobodyBelongsToWhoeverTakesTheCall() {
        assertThat(Ownership.UNDECIDED.yieldsTo(ANA, BEGAN)).isTrue();
        assertThat(after(nobody(1, UnassignedReason.NOBODY_ON_SHIFT, 11)).yieldsTo(ANA, BEGAN))
                .isTrue();
    }

    @Test
    void whoeverOwnsItAlreadyDoesNotBecomeItsOwnerAgain() {
        assertThat(after(decision(1, ANA, How.RULE, 11)).yieldsTo(ANA, BEGAN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverOwnedItBeforeTheCallKeepsIt(How how) {
        assertThat(after(decision(1, ANA, how, 9)).yieldsTo(BEN, BEGAN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"RULE", "SAFETY", "ANSWER"})
    void whoeverWasOnlyGivenItDuringTheCallYieldsToWhoeverTakesIt(How how) {
        assertThat(after(decision(1, ANA, how, 11)).yieldsTo(BEN, BEGAN)).isTrue();
        assertThat(after(decision(1, ANA, how, 10)).yieldsTo(BEN, BEGAN)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLAIM", "MERGE"})
    void whoeverTookItByHandDuringTheCallKeepsIt(How how) {
        assertThat(after(decision(1, ANA, how, 11)).yieldsTo(BEN, BEGAN)).isFalse();
    }

    @Test
    void theLastDecisionSinceTheCallBeganCounts() {
        Ownership claimedAfterwards = after(decision(1, ANA, How.RULE, 11), decision(2, ANA, How.CLAIM, 12));
        Ownership givenOnAfterwards = after(decision(1, ANA, How.CLAIM, 5), decision(2, ANA, How.RULE, 12));

        assertThat(claimedAfterwards.yieldsTo(BEN, BEGAN)).isFalse();
        assertThat(givenOnAfterwards.yieldsTo(BEN, BEGAN)).isTrue();
    }

    /** However often the same call is looked at: a supervisor who gave the lead on afterwards is not overruled by it. */
    @Test
    void oneCallMakesSomebodyTheOwnerOnce() {
        Ownership given = after(decision(1, BEN, How.ANSWER, 11), decision(2, ANA, How.RULE, 30));

        assertThat(given.yieldsTo(BEN, BEGAN)).isFalse();
        assertThat(given.undecided().yieldsTo(BEN, BEGAN)).isFalse();
        assertThat(given.yieldsTo(BEN, minute(20))).isTrue();
    }

    @Test
    void whoeverTookAnEarlierCallMayTakeALaterOne() {
        Ownership nobodyNow = after(decision(1, BEN, How.ANSWER, 5)).undecided();

        assertThat(nobodyNow.yieldsTo(BEN, BEGAN)).isTrue();
    }

    @Test
    void aDecisionIsAddedToTheLedgerAndMakesTheOwner() {
        Ownership owned = after(nobody(1, UnassignedReason.EVERYBODY_AWAY, 0), decision(2, ANA, How.RULE, 3));

        assertThat(owned.owner()).isEqualTo(ANA);
        assertThat(owned.reason()).isNull();
        assertThat(owned.ledger()).extracting(Assignment::term).containsExactly(1, 2);
        assertThat(owned.nextTerm()).isEqualTo(3);
        assertThat(owned.decision(2)).map(Assignment::owner).contains(ANA);
        assertThat(owned.decision(3)).isEmpty();
    }

    @Test
    void aSecondFindingThatNobodyCanOwnItTakesThePlaceOfTheFirst() {
        Ownership looked = after(
                decision(1, ANA, How.RULE, 0),
                nobody(2, UnassignedReason.EVERYBODY_AWAY, 3),
                nobody(3, UnassignedReason.NOBODY_ON_SHIFT, 6));

        assertThat(looked.reason()).isEqualTo(UnassignedReason.NOBODY_ON_SHIFT);
        assertThat(looked.ledger()).extracting(Assignment::term).containsExactly(1, 3);
    }

    /** Looked at every minute of a night on which nobody works, a lead keeps who had it before. */
    @Test
    void aNightOfFindingsForgetsNoOwner() {
        Ownership night = after(decision(1, ANA, How.RULE, 0));
        for (int minute = 1; minute < 600; minute++) {
            night = night.decided(nobody(night.nextTerm(), UnassignedReason.NOBODY_ON_SHIFT, minute));
        }

        assertThat(night.ledger()).hasSize(2);
        assertThat(night.lastOwner()).contains(ANA);
        assertThat(night.nextTerm()).isEqualTo(601);
        assertThat(night.forgot(2)).isFalse();
    }

    @Test
    void aFirstFindingAfterALeadWasTakenAwayStandsBesideItsOwner() {
        Ownership taken = after(decision(1, ANA, How.CLAIM, 0)).undecided();

        assertThat(taken.decided(nobody(2, UnassignedReason.EVERYBODY_AWAY, 1)).ledger())
                .extracting(Assignment::term)
                .containsExactly(1, 2);
    }

    @Test
    void onlyTheLatestDecisionsAreKeptAndItIsKnownWhichWereForgotten() {
        Ownership busy = Ownership.UNDECIDED;
        for (int term = 1; term <= 15; term++) {
            busy = busy.decided(decision(term, term % 2 == 0 ? ANA : BEN, How.RULE, term));
        }

        assertThat(busy.ledger())
                .hasSize(12)
                .first()
                .extracting(Assignment::term)
                .isEqualTo(4);
        assertThat(busy.forgot(3)).isTrue();
        assertThat(busy.forgot(4)).isFalse();
        assertThat(busy.nextTerm()).isEqualTo(16);
        assertThat(after(decision(1, ANA, How.RULE, 0)).forgot(0)).isFalse();
    }

    @Test
    void whoIsUndecidedAboutIsNobodysAndRemembersTheLastOwner() {
        Ownership undecided = after(decision(1, ANA, How.RULE, 0), decision(2, BEN, How.CLAIM, 5))
                .undecided();

        assertThat(undecided.owner()).isNull();
        assertThat(undecided.reason()).isEqualTo(UnassignedReason.UNDECIDED);
        assertThat(undecided.lastOwner()).contains(BEN);
        assertThat(Ownership.UNDECIDED.lastOwner()).isEmpty();
        assertThat(Ownership.UNDECIDED.nextTerm()).isOne();
    }

    @Test
    void theOwnerOfTheOtherOfTwoLeadsIsAskedFirstButNotPutIn() {
        Ownership nobodys = after(nobody(1, UnassignedReason.EVERYBODY_AWAY, 20));

        Ownership joined = nobodys.and(after(decision(4, ANA, How.CLAIM, 3)));

        assertThat(joined.owner()).isNull();
        assertThat(joined.reason()).isEqualTo(UnassignedReason.UNDECIDED);
        assertThat(joined.lastOwner()).contains(ANA);
        assertThat(joined.decision(2))
                .hasValueSatisfying(brought -> assertThat(brought.how()).isEqualTo(How.MERGE))
                .map(Assignment::at)
                .contains(minute(3));
    }

    @Test
    void ofTwoOwnersTheOneOfTheRemainingLeadStays() {
        Ownership bens = after(decision(1, BEN, How.RULE, 0));

        assertThat(bens.and(after(decision(1, ANA, How.CLAIM, 3)))).isEqualTo(bens);
        assertThat(bens.and(Ownership.UNDECIDED)).isEqualTo(bens);
        assertThat(Ownership.UNDECIDED.and(Ownership.UNDECIDED)).isEqualTo(Ownership.UNDECIDED);
    }

    @Test
    void aMergeTwiceBringsTheOtherOwnerOnce() {
        Ownership anas = after(decision(1, ANA, How.RULE, 3));

        assertThat(Ownership.UNDECIDED.and(anas).and(anas)).isEqualTo(Ownership.UNDECIDED.and(anas));
    }

    @Test
    void whatCameByAMergeWasGivenToNobodyInTheRotation() {
        assertThat(decision(1, ANA, How.MERGE, 0).counts()).isFalse();
        assertThat(decision(1, ANA, How.CLAIM, 0).counts()).isTrue();
        assertThat(nobody(1, UnassignedReason.EVERYBODY_AWAY, 0).counts()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aClaimAndACallTakenAreDoneByHand(How how) {
        assertThat(decision(1, ANA, how, 0).byHand()).isEqualTo(how == How.CLAIM || how == How.ANSWER);
    }

    @Test
    void whoTakesSomebodyInDangerByHandHasThemAndWhoIsGivenThemHasNot() {
        Lead danger = Lead.openedBy(SomeLeads.wroteOfDanger(0));

        assertThat(danger.decided(decision(1, ANA, How.CLAIM, 1)).takenBy()).contains(ANA);
        assertThat(danger.decided(decision(1, ANA, How.SAFETY, 1)).waitsInDanger())
                .isTrue();
        assertThat(danger.decided(decision(1, ANA, How.ANSWER, 1))
                        .decided(decision(2, BEN, How.RULE, 2))
                        .takenBy())
                .contains(ANA);
    }

    private static Ownership after(Assignment... decisions) {
        Ownership ownership = Ownership.UNDECIDED;
        for (Assignment decision : decisions) {
            ownership = ownership.decided(decision);
        }
        return ownership;
    }
}
