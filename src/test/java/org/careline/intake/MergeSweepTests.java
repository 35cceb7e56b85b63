package org.careline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Contacts;
import org.careline.lead.HalfMerges;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadId;
import org.careline.lead.LeadWrites;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.support.Actors;
import org.careline.support.MovableClock;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.Test;

@Holds(Promise.P9)
class MergeSweepTests {

    private static final Instant NINE = MovableClock.MONDAY_NINE;

    @Test
    void aHalfMergeIsFinishedAndThenLeftAlone() {
        try (WireStore wire = new WireStore();
                StoreContext context = StoreContext.at(wire.uri())) {
            GuardedStore<LeadId, Lead> leads =
                    new MongoGuardedStore<>(context.template(), "leads", Lead.class, Clock.systemUTC());
            HalfMerges halfMerges = context.bean(HalfMerges.class);
            MergeSweep sweep = new MergeSweep(
                    halfMerges, context.bean(LeadBook.class), context.bean(LeadWrites.class), new MovableClock());
            Lead winner = lead("form:a");
            Lead loser = lead("form:b").mergedInto(winner.id(), false);
            leads.write(List.of(winner, loser));

            sweep.round();

            assertThat(leads.find(List.of(winner.id())).values())
                    .singleElement()
                    .satisfies(whole -> assertThat(whole.merge().members()).containsExactly(loser.id()));
            sweep.round();
            assertThat(halfMerges.joining(10, Actors.TEST)).isEmpty();
        }
    }

    private static Lead lead(String source) {
        Person nobody = new Person(Set.of(), Set.of(new PhoneNumber("+13055550123")), Set.of(), null);
        return Lead.openedBy(
                Contacts.of(new SourceId(source), NINE, NINE.plus(Lead.FIRST_RESPONSE), nobody, Map.of(), null, true));
    }
}
