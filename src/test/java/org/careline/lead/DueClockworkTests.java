package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.act;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Page;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class DueClockworkTests {

    private final MovableClock clock = new MovableClock();

    @Test
    void aPromiseIsMovedUpFiveMinutesBeforeItsTime() {
        Lead promised = promised(0, 30);
        HeldDocuments<LeadId, Lead> leads = HeldDocuments.ofLeads(promised);
        DueClockwork clockwork = clockwork(leads);

        clock.advance(Duration.ofMinutes(24));
        clockwork.round();
        assertThat(leads.get(promised.id()).rev()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        clockwork.round();
        assertThat(leads.get(promised.id()).next())
                .extracting(NextAction::lane, NextAction::what)
                .containsExactly(Lane.PROMISED, Action.CALL_BACK);
    }

    @Test
    void whatIsMarkedIsNotWrittenAgain() {
        Lead promised = promised(0, 30);
        HeldDocuments<LeadId, Lead> leads = HeldDocuments.ofLeads(promised);
        DueClockwork clockwork = clockwork(leads);
        clock.advance(Duration.ofMinutes(40));

        clockwork.round();
        clockwork.round();

        assertThat(leads.get(promised.id()).rev()).isEqualTo(2);
    }

    @Test
    void aTalkOfWhichNothingWasNotedForAnHourIsNoticed() {
        Lead talked = Lead.openedBy(SomeLeads.talked(0, ANA, 3));
        HeldDocuments<LeadId, Lead> leads = HeldDocuments.ofLeads(talked);
        DueClockwork clockwork = clockwork(leads);
        assertThat(talked.next()).extracting(NextAction::what).isEqualTo(Action.REVIEW);

        clock.advance(Duration.ofMinutes(63));
        clockwork.round();

        assertThat(leads.get(talked.id()).next()).extracting(NextAction::what).isEqualTo(Action.CALL);
    }

    @Test
    void aMorningOfPromisesIsMarkedInOneRound() {
        Lead[] all = IntStream.range(0, 450).mapToObj(one -> promised(one, 460)).toArray(Lead[]::new);
        HeldDocuments<LeadId, Lead> leads = HeldDocuments.ofLeads(all);
        clock.advance(Duration.ofMinutes(456));

        clockwork(leads).round();

        assertThat(leads.all())
                .hasSize(450)
                .allSatisfy(lead -> assertThat(lead.wakesAt()).isNull());
        assertThat(leads.asked).containsOnly("write").hasSize(3);
    }

    @Test
    void whoeverWroteMeanwhileIsNotOverwrittenAndIsMetInTheNextRound() {
        Lead promised = promised(0, 30);
        HeldDocuments<LeadId, Lead> leads = HeldDocuments.ofLeads(promised);
        DueClockwork clockwork = clockwork(leads);
        clock.advance(Duration.ofMinutes(26));
        leads.meanwhile(() -> leads.write(List.of(leads.get(promised.id()).after(act(promised.id(), 26, ANA)))));

        clockwork.round();
        assertThat(leads.get(promised.id()).work().lastAct()).isNotNull();
        assertThat(leads.get(promised.id()).due()).extracting(DueItem::ripe).containsOnly(false);

        clockwork.round();
        assertThat(leads.get(promised.id()).work().lastAct()).isNotNull();
        assertThat(leads.get(promised.id()).next()).extracting(NextAction::lane).isEqualTo(Lane.PROMISED);
    }

    @Test
    void whileTheStoreIsAwayARoundIsLeftOut() {
        HeldDocuments<LeadId, Lead> leads = HeldDocuments.ofLeads(promised(0, 30));
        clock.advance(Duration.ofMinutes(40));
        leads.isAway();

        assertThatCode(clockwork(leads)::round).doesNotThrowAnyException();
    }

    private DueClockwork clockwork(HeldDocuments<LeadId, Lead> leads) {
        return new DueClockwork(new Round(leads), new LeadWrites(leads, HeldDocuments.ofActs()), clock);
    }

    private static Lead promised(long minute, long until) {
        return Lead.openedBy(SomeLeads.wantsToBeCalledBack(minute, until));
    }

    /** The leads in memory, found as the store finds them. */
    private record Round(HeldDocuments<LeadId, Lead> leads) implements LeadRounds {

        @Override
        public List<Lead> waking(Instant now, int limit, Actor reader) {
            return leads.all().stream()
                    .filter(lead -> lead.wakesAt() != null)
                    .filter(lead -> !Objects.requireNonNull(lead.wakesAt()).isAfter(now))
                    .sorted(Comparator.comparing(lead -> Objects.requireNonNull(lead.wakesAt())))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Lead> openOf(CoordinatorId owner, Page page, Actor reader) {
            return List.of();
        }

        @Override
        public Set<LeadId> openIdsOf(CoordinatorId owner, int limit, Actor reader) {
            return Set.of();
        }

        @Override
        public List<Lead> unowned(Page page, Actor reader) {
            return List.of();
        }

        @Override
        public List<Lead> held(int limit, Actor reader) {
            return List.of();
        }

        @Override
        public List<WrittenLead> writtenSince(Instant since, int limit, Actor reader) {
            return List.of();
        }
    }
}
