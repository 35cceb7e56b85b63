package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.due;
import static org.careline.lead.SomeLeads.form;
import static org.careline.lead.SomeLeads.minute;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DueItemTests {

    @Test
    void aPromisedTimeRipensFiveMinutesBeforeItAndNotASecondEarlier() {
        DueItem promised = due(Action.CALL_BACK, 30);

        assertThat(promised.ripensAt()).contains(minute(25));
        assertThat(promised.ripening(minute(25).minusSeconds(1))).isSameAs(promised);
        assertThat(promised.ripening(minute(25)).ripe()).isTrue();
        assertThat(promised.ripening(minute(300)).ripe()).isTrue();
    }

    @Test
    void whatIsRipeNeedNotBeLookedAtAgainAndStaysAsItIs() {
        DueItem ripe = due(Action.CALL_BACK, 30).ripening(minute(26));

        assertThat(ripe.ripensAt()).isEmpty();
        assertThat(ripe.ripening(minute(90))).isSameAs(ripe);
        assertThat(ripe.dueAt()).isEqualTo(minute(30));
        assertThat(ripe.sources()).containsExactly(form(30));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALL_BACK")
    void onlyAPromisedTimeRipens(Action other) {
        assertThat(due(other, 30).ripensAt()).isEmpty();
        assertThat(due(other, 30).ripening(minute(90)).ripe()).isFalse();
    }

    @Test
    void ofTwoThatAreOneTheEarlierIsDueForTheContactsOfBoth() {
        DueItem both = due(Action.CALL, 7).earliest(due(Action.CALL, 3));

        assertThat(both.dueAt()).isEqualTo(minute(3));
        assertThat(both.sources()).containsExactlyInAnyOrder(form(3), form(7));
    }

    @Test
    void ofTwoOnTheLineTheLaterEndStands() {
        DueItem both = due(Action.ON_CALL, 7).latest(due(Action.ON_CALL, 3));

        assertThat(both.dueAt()).isEqualTo(minute(7));
        assertThat(both.sources()).containsExactlyInAnyOrder(form(3), form(7));
    }

    @Test
    void whoeverWasPromisedTwoTimesIsRipeWithTheFirst() {
        DueItem ripe = due(Action.CALL_BACK, 30).ripening(minute(26));

        assertThat(ripe.earliest(due(Action.CALL_BACK, 300)).ripe()).isTrue();
        assertThat(due(Action.CALL_BACK, 300).earliest(ripe)).isEqualTo(ripe.earliest(due(Action.CALL_BACK, 300)));
    }

    @Test
    void somethingCanBePutOffButNotBroughtForward() {
        DueItem call = due(Action.CALL, 10);

        assertThat(call.notBefore(minute(20)).dueAt()).isEqualTo(minute(20));
        assertThat(call.notBefore(minute(20)).sources()).isEqualTo(call.sources());
        assertThat(call.notBefore(minute(5))).isSameAs(call);
        assertThat(call.notBefore(minute(10))).isSameAs(call);
    }

    @Test
    void aLeadWakesWithTheFirstOfWhatRipensOrWithATalkOfWhichNothingWasNoted() {
        Lead promised = Lead.openedBy(SomeLeads.wantsToBeCalledBack(0, 90));
        Lead talked = promised.receiving(SomeLeads.talked(1, SomeLeads.ANA, 2));

        assertThat(promised.wakesAt()).isEqualTo(minute(85));
        assertThat(talked.wakesAt()).isEqualTo(minute(2).plus(Conversation.UNNOTED));
        assertThat(talked.ripened(minute(62)).wakesAt()).isEqualTo(minute(85));
        assertThat(talked.ripened(minute(85)).wakesAt()).isNull();
        assertThat(SomeLeads.lead(0).wakesAt()).isNull();
        assertThat(promised.closed(CloseReason.NOT_READY, minute(1)).wakesAt()).isNull();
    }

    @Test
    void whoeverIsClosedOrMergedRipensNoMore() {
        Lead promised = Lead.openedBy(SomeLeads.wantsToBeCalledBack(0, 30));
        Lead frozen = promised.mergedInto(SomeLeads.lead(1).id(), false);

        assertThat(frozen.ripened(minute(40))).isEqualTo(frozen);
        assertThat(frozen.merge().kept()).extracting(DueItem::ripe).containsOnly(false);
        assertThat(DueItem.AHEAD).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whomItIsForCannotBeChangedAfterwards() {
        Set<SourceId> sources = new HashSet<>(Set.of(form(1)));
        DueItem call = DueItem.of(Action.CALL, minute(1), sources);
        sources.clear();

        assertThat(call.sources()).containsExactly(form(1));
    }
}
