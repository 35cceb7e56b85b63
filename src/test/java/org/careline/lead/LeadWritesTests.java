package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.BEN;
import static org.careline.lead.SomeLeads.act;
import static org.careline.lead.SomeLeads.lead;
import static org.careline.lead.SomeLeads.minute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careline.lead.LeadWrites.Changed;
import org.careline.store.StoreUnavailable;
import org.careline.support.Actors;
import org.junit.jupiter.api.Test;

class LeadWritesTests {

    private final Lead maya = lead(0);
    private final HeldDocuments<LeadId, Lead> leads = HeldDocuments.ofLeads(maya);
    private final HeldDocuments<ActId, CoordinatorAct> acts = HeldDocuments.ofActs();
    private final LeadWrites writes = new LeadWrites(leads, acts);

    @Test
    void aChangeIsOneWriteOfTheLeadThatCarriesTheAct() {
        Changed changed = writes.change(maya.id(), Actors.TEST, noting(1));

        assertThat(changed).isInstanceOf(Changed.Written.class);
        assertThat(leads.asked).containsExactly("find", "write");
        assertThat(leads.get(maya.id()).work().lastAct()).isEqualTo(act(maya.id(), 1, ANA));
        assertThat(acts.all()).extracting(CoordinatorAct::id).containsExactly(new ActId("act-1"));
    }

    @Test
    void aLeadThatIsNotThereIsMissingAndNobodyIsAsked() {
        Changed changed = writes.change(LeadId.madeBy(SomeLeads.form(77)), Actors.TEST, lead -> {
            throw new AssertionError("asked of nothing");
        });

        assertThat(changed).isEqualTo(new Changed.Missing());
    }

    @Test
    void aChangeThatIsDeclinedWritesNothing() {
        Changed changed = writes.change(maya.id(), Actors.TEST, lead -> Optional.empty());

        assertThat(changed).isEqualTo(new Changed.Declined(leads.get(maya.id())));
        assertThat(leads.asked).containsExactly("find");
        assertThat(acts.asked).isEmpty();
    }

    @Test
    void theLeadThatTookItOverIsChangedInstead() {
        Lead root = lead(1);
        Lead middle = lead(2).mergedInto(root.id(), false);
        Lead youngest = lead(3).mergedInto(middle.id(), false);
        HeldDocuments<LeadId, Lead> family = HeldDocuments.ofLeads(root, middle, youngest);

        Changed changed = new LeadWrites(family, acts).change(youngest.id(), Actors.TEST, noting(9));

        assertThat(changed)
                .isInstanceOfSatisfying(
                        Changed.Written.class,
                        written -> assertThat(written.lead().id()).isEqualTo(root.id()));
        assertThat(family.get(root.id()).rev()).isEqualTo(2);
        assertThat(family.get(youngest.id()).rev()).isEqualTo(1);
    }

    @Test
    void whoeverLosesTheGuardDecidesAnewAboutWhatOthersLeft() {
        List<Long> shown = new ArrayList<>();
        leads.meanwhile(() -> leads.write(List.of(leads.get(maya.id()).after(act(maya.id(), 1, BEN)))));

        Changed changed = writes.change(maya.id(), Actors.TEST, lead -> {
            shown.add(lead.rev());
            return noting(2).apply(lead);
        });

        assertThat(shown).containsExactly(1L, 2L);
        assertThat(changed).isInstanceOf(Changed.Written.class);
        assertThat(leads.get(maya.id()).work().lastAct()).isEqualTo(act(maya.id(), 2, ANA));
        assertThat(acts.all()).extracting(CoordinatorAct::by).containsExactlyInAnyOrder(ANA, BEN);
    }

    @Test
    void whatOthersDidMeanwhileCanBeAReasonToDecline() {
        leads.meanwhile(() -> leads.write(List.of(leads.get(maya.id()).closed(CloseReason.SPAM, minute(1)))));

        Changed changed = writes.change(
                maya.id(), Actors.TEST, lead -> lead.open() ? noting(2).apply(lead) : Optional.empty());

        assertThat(changed)
                .isInstanceOfSatisfying(
                        Changed.Declined.class,
                        declined -> assertThat(declined.lead().open()).isFalse());
    }

    @Test
    void whenOthersAreQuickerAgainAndAgainItIsGivenUpAfterTwentyTimes() {
        for (int times = 1; times <= 21; times++) {
            long minute = times;
            leads.meanwhile(() -> leads.write(List.of(leads.get(maya.id()).after(act(maya.id(), minute, BEN)))));
            leads.meanwhile(() -> {});
        }
        List<Long> shown = new ArrayList<>();

        assertThatThrownBy(() -> writes.change(maya.id(), Actors.TEST, lead -> {
                    shown.add(lead.rev());
                    return noting(40).apply(lead);
                }))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageNotContainingAny("Maya", "5550123");
        assertThat(shown).hasSize(20).doesNotHaveDuplicates();
    }

    /** The write held, the answer was lost: what was done stands in the lead and is not done twice. */
    @Test
    void anUnknownOutcomeIsFoundByWhoeverAsksAnew() {
        leads.losesAnswers();

        Changed changed = writes.change(
                maya.id(),
                Actors.TEST,
                lead -> lead.work().lastAct() != null
                        ? Optional.empty()
                        : noting(1).apply(lead));

        assertThat(changed).isInstanceOf(Changed.Declined.class);
        assertThat(leads.get(maya.id()).rev()).isEqualTo(2);
        assertThat(leads.get(maya.id()).work().lastAct()).isEqualTo(act(maya.id(), 1, ANA));
    }

    @Test
    void theActBeforeIsKeptBeforeTheNewOneTakesItsPlace() {
        leads.write(List.of(leads.get(maya.id()).after(act(maya.id(), 1, BEN))));
        leads.meanwhile(
                () -> assertThat(acts.all()).extracting(CoordinatorAct::id).containsExactly(new ActId("act-1")));

        writes.change(maya.id(), Actors.TEST, noting(2));

        assertThat(acts.all()).extracting(CoordinatorAct::by).containsExactlyInAnyOrder(ANA, BEN);
    }

    @Test
    void whileTheActsAreAwayTheLeadStaysAsItIsIfItsLastActWouldBeLost() {
        leads.write(List.of(leads.get(maya.id()).after(act(maya.id(), 1, BEN))));
        acts.isAway();

        assertThatThrownBy(() -> writes.change(maya.id(), Actors.TEST, noting(2)))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(leads.get(maya.id()).work().lastAct()).isEqualTo(act(maya.id(), 1, BEN));
    }

    @Test
    void whileTheStoreIsAwayNothingIsDecided() {
        leads.isAway();

        assertThatThrownBy(() -> writes.change(maya.id(), Actors.TEST, noting(1)))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(acts.asked).isEmpty();
    }

    private static Function<Lead, Optional<Lead>> noting(long minute) {
        return lead -> Optional.of(lead.after(act(lead.id(), minute, ANA)));
    }
}
