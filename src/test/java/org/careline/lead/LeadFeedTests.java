package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.careline.support.MovableClock.MONDAY_NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.careline.node.Next;
import org.careline.store.StoreUnavailable;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadFeedTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NINE = MONDAY_NINE;

    private final MovableClock clock = new MovableClock();
    private final WrittenLeads store = new WrittenLeads();
    private final Follower follower = new Follower();
    private final LeadFeed feed = new LeadFeed(store, () -> List.of(follower), clock);

    /** Writes down what it is told. */
    private static final class Follower implements LeadListener {

        private final List<WrittenLead> told = new ArrayList<>();
        private Instant since = Instant.EPOCH;
        private Instant until = Instant.EPOCH;
        private boolean waiting;

        @Override
        public void written(List<WrittenLead> fresh) {
            told.addAll(fresh);
        }

        @Override
        public void caughtUp(Instant now) {
            until = now;
        }

        @Override
        public Instant since(Instant now) {
            return since;
        }

        @Override
        public boolean waiting() {
            return waiting;
        }

        private List<LeadId> ids() {
            return told.stream().map(WrittenLead::id).toList();
        }
    }

    @BeforeEach
    void begins() {
        feed.begin();
    }

    @Test
    void whoeverKnowsNothingIsToldEverything() {
        write(2_500, NINE.minus(HOUR), 10);

        feed.round();

        assertThat(follower.told).hasSize(2_500);
        assertThat(follower.until).isEqualTo(NINE.minus(HOUR).plusMillis(2_499 * 10));
        assertThat(store.asked).hasSize(3);
    }

    @Test
    void whatIsLongPastIsNotToldToThoseWhoNeedOnlyNews() {
        follower.since = NINE;
        write(10, NINE.minus(HOUR), 10);

        feed.round();
        feed.round();

        assertThat(follower.told).isEmpty();
        assertThat(store.asked).allSatisfy(since -> assertThat(since).isAfter(NINE.minusSeconds(121)));
    }

    @Test
    void aRevisionIsToldOnce() {
        Lead lead = SomeLeads.lead(1);
        store.write(lead, NINE);

        feed.round();
        feed.round();

        assertThat(follower.told).hasSize(1);
        store.written.set(0, WrittenLead.after(lead, NINE));
        feed.round();
        assertThat(follower.told).extracting(WrittenLead::rev).containsExactly(lead.rev(), lead.rev() + 1);
    }

    @Test
    void aLaterLookGoesBackByTwoSeconds() {
        store.write(SomeLeads.lead(1), NINE);
        feed.round();

        clock.advance(Duration.ofSeconds(5));
        Lead late = SomeLeads.lead(2);
        store.write(late, NINE.minusSeconds(1));
        feed.round();

        assertThat(follower.ids()).contains(late.id());
        assertThat(store.asked).containsExactly(Instant.EPOCH, NINE.minusSeconds(2));
    }

    @Test
    void onceAMinuteALookFindsWhatANodeWroteWhoseClockIsAMinuteLate() {
        store.write(SomeLeads.lead(1), NINE);
        feed.round();

        clock.advance(Duration.ofSeconds(60));
        Lead late = SomeLeads.lead(2);
        store.write(SomeLeads.lead(3), NINE.plusSeconds(60));
        store.write(late, NINE.minusSeconds(59));
        feed.round();

        assertThat(follower.ids()).contains(late.id());
        assertThat(store.asked).containsExactly(Instant.EPOCH, NINE.minusSeconds(120));
    }

    @Test
    void aNodeWhoseClockIsAheadHidesNothing() {
        store.write(SomeLeads.lead(1), NINE.plus(HOUR));
        feed.round();

        Lead next = SomeLeads.lead(2);
        store.write(next, NINE);
        feed.round();

        assertThat(follower.until).isEqualTo(NINE);
        assertThat(follower.ids()).contains(next.id());
    }

    @Test
    void aClockThatIsPutBackHidesNothing() {
        clock.advance(HOUR);
        store.write(SomeLeads.lead(1), NINE.plus(HOUR));
        feed.round();

        clock.reset();
        Lead next = SomeLeads.lead(2);
        store.write(next, NINE);
        feed.round();

        assertThat(follower.ids()).contains(next.id());
    }

    @Test
    void manyWritesOfOneMillisecondAreReadWhole() {
        write(4_321, NINE, 0);

        feed.round();

        assertThat(follower.told).hasSize(4_321);
    }

    @Test
    void whatWasReadBeforeTheStoreWentAwayIsTold() {
        write(2_500, NINE.minus(HOUR), 10);
        store.answersUntilDown = 1;

        feed.round();
        assertThat(follower.told).hasSize(1_000);
        store.answersUntilDown = 3;
        feed.round();

        assertThat(follower.told).hasSize(2_500);
    }

    @Test
    void whatThisNodeWritesIsToldAtOnceAndNotAgain() {
        Lead lead = SomeLeads.lead(1);
        HeldDocuments<LeadId, Lead> held = HeldDocuments.ofLeads();

        new ToldLeads(held, feed).write(List.of(lead));

        assertThat(follower.told)
                .extracting(WrittenLead::id, WrittenLead::rev)
                .containsExactly(tuple(lead.id(), lead.rev() + 1));
        assertThat(store.asked).isEmpty();
        store.written.add(WrittenLead.after(lead, NINE));
        feed.round();
        assertThat(follower.told).hasSize(1);
    }

    @Test
    void whatWasPerhapsWrittenIsNotTold() {
        HeldDocuments<LeadId, Lead> held = HeldDocuments.ofLeads();
        held.isAway();

        assertThatThrownBy(() -> new ToldLeads(held, feed).write(List.of(SomeLeads.lead(1))))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(follower.told).isEmpty();
    }

    @Test
    void whilePeopleWaitItLooksOftenButAFloodIsReadSeldom() {
        assertThat(feed.round()).isEqualTo(Next.within(Duration.ofSeconds(6)));

        follower.waiting = true;
        assertThat(feed.round()).isEqualTo(Next.within(Duration.ofMillis(500)));

        write(1_000, NINE, 1);
        assertThat(feed.round().pause()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    private void write(int leads, Instant first, int millisApart) {
        for (int number = 0; number < leads; number++) {
            Instant at = first.plusMillis((long) number * millisApart);
            store.written.add(WrittenLead.of(SomeLeads.lead(number), at));
        }
    }
}
