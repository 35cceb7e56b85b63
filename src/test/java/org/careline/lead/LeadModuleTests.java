package org.careline.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careline.lead.SomeLeads.ANA;
import static org.careline.lead.SomeLeads.BEN;
import static org.careline.lead.SomeLeads.act;
import static org.careline.lead.SomeLeads.lead;
import static org.careline.lead.SomeLeads.minute;
import static org.careline.lead.SomeLeads.owned;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.careline.lead.LeadWrites.Changed;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.CoordinatorId;
import org.careline.store.GuardedStore;
import org.careline.store.MongoGuardedStore;
import org.careline.store.Page;
import org.careline.store.StoreUnavailable;
import org.careline.store.StoredAsText;
import org.careline.support.Actors;
import org.careline.support.StoreContext;
import org.careline.support.WireStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The module as it is wired, with the store under it and nothing above it: rounds, writes and the watch over next actions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadModuleTests {

    private final WireStore server = new WireStore();
    private final StoreContext store = StoreContext.at(
            server.uri(), new StoredAsText<>(CoordinatorId.class, CoordinatorId::value, CoordinatorId::new));
    private final LeadRounds rounds = store.bean(LeadRounds.class);
    private final LeadWrites writes = store.bean(LeadWrites.class);

    @BeforeEach
    void emptyTheStore() {
        store.template().dropCollection(LeadDocuments.LEADS);
        store.template().dropCollection(LeadDocuments.ACTS);
    }

    @AfterAll
    void stops() {
        store.close();
        server.close();
    }

    private void stored(Lead... leads) {
        assertThat(leads().write(List.of(leads))).hasSize(leads.length);
    }

    private GuardedStore<LeadId, Lead> leads() {
        return new MongoGuardedStore<>(store.template(), LeadDocuments.LEADS, Lead.class, Clock.systemUTC());
    }

    private static List<LeadId> ids(Lead... leads) {
        return Stream.of(leads).map(Lead::id).toList();
    }

    @Test
    void anOwnersOpenLeadsAreReadInTheQueuesOrderPageByPage() {
        Lead second = owned(lead(5), ANA, 6);
        Lead first = owned(Lead.openedBy(SomeLeads.calls(9, 20)), ANA, 9);
        Lead third = owned(lead(7), ANA, 8);
        stored(third, second, first, owned(lead(1), BEN, 2), lead(2));
        stored(owned(lead(3), ANA, 3).closed(CloseReason.SPAM, minute(4)));

        List<Lead> page = rounds.openOf(ANA, Page.first(2), Actors.TEST);

        assertThat(page).extracting(Lead::id).containsExactlyElementsOf(ids(first, second));
        String after = Objects.requireNonNull(page.get(1).next()).place();
        assertThat(rounds.openOf(ANA, Page.after(after, 2), Actors.TEST))
                .extracting(Lead::id)
                .containsExactlyElementsOf(ids(third));
        assertThat(rounds.openIdsOf(ANA, 10, Actors.TEST))
                .containsExactlyInAnyOrderElementsOf(ids(first, second, third));
        assertThat(rounds.openIdsOf(ANA, 2, Actors.TEST)).hasSize(2);
    }

    @Test
    @Holds(Promise.P7)
    void whatNobodyOwnsIsFoundInTheQueuesOrder() {
        Lead later = lead(8);
        Lead sooner = lead(2);
        Lead danger = Lead.openedBy(SomeLeads.wroteOfDanger(30));
        stored(later, sooner, danger, owned(lead(1), BEN, 2));
        stored(lead(3).closed(CloseReason.SPAM, minute(4)), lead(4).mergedInto(sooner.id(), false));

        List<Lead> page = rounds.unowned(Page.first(2), Actors.TEST);

        assertThat(page).extracting(Lead::id).containsExactlyElementsOf(ids(danger, sooner));
        assertThat(rounds.unowned(Page.after(Objects.requireNonNull(page.get(1).unowned()), 2), Actors.TEST))
                .extracting(Lead::id)
                .containsExactlyElementsOf(ids(later));
    }

    @Test
    @Holds(Promise.P5)
    void whoeverMayBeInDangerIsFoundWhoeverOwnsThem() {
        Lead owned = owned(Lead.openedBy(SomeLeads.wroteOfDanger(1)), ANA, 2);
        Lead nobodys = Lead.openedBy(SomeLeads.wroteOfDanger(5));
        Lead over =
                Lead.openedBy(SomeLeads.wroteOfDanger(3)).safe(new SafetyHold.End(minute(9), ANA, "With her sister."));
        stored(nobodys, over, owned, Lead.openedBy(SomeLeads.calls(0, 20)), lead(0));

        assertThat(rounds.held(10, Actors.TEST)).extracting(Lead::id).containsExactlyElementsOf(ids(owned, nobodys));
        assertThat(rounds.held(1, Actors.TEST)).extracting(Lead::id).containsExactlyElementsOf(ids(owned));
    }

    @Test
    void whatRipensIsFoundTheEarliestFirstAndNotBeforeItsTime() {
        Lead noon = Lead.openedBy(SomeLeads.wantsToBeCalledBack(1, 180));
        Lead eleven = Lead.openedBy(SomeLeads.wantsToBeCalledBack(2, 120));
        stored(noon, eleven, lead(0));

        assertThat(rounds.waking(minute(115).minusMillis(1), 10, Actors.TEST)).isEmpty();
        assertThat(rounds.waking(minute(115), 10, Actors.TEST))
                .extracting(Lead::id)
                .containsExactlyElementsOf(ids(eleven));
        assertThat(rounds.waking(minute(300), 10, Actors.TEST))
                .extracting(Lead::id)
                .containsExactlyElementsOf(ids(eleven, noon));
    }

    @Test
    void halfMergesAreFoundUntilTheyWereSeenWhole() {
        Lead root = lead(0);
        Lead half = lead(1).mergedInto(root.id(), false);
        Lead whole = lead(2).mergedInto(root.id(), false).seenWhole();
        stored(root, half, whole);

        assertThat(store.bean(HalfMerges.class).joining(10, Actors.TEST))
                .extracting(Lead::id)
                .containsExactlyElementsOf(ids(half));
    }

    @Test
    void aChangeAtTheDeskIsInTheFileOfTheLead() {
        Lead lead = lead(0);
        stored(lead);

        Changed first = writes.change(lead.id(), Actors.TEST, now -> Optional.of(now.after(act(lead.id(), 1, ANA))));
        Changed second = writes.change(lead.id(), Actors.TEST, now -> Optional.of(now.after(act(lead.id(), 2, BEN))));

        assertThat(first).isInstanceOf(Changed.Written.class);
        assertThat(second).isInstanceOf(Changed.Written.class);
        LeadWithHistory file =
                store.bean(LeadBook.class).find(lead.id(), Actors.TEST).orElseThrow();
        assertThat(file.acts()).extracting(CoordinatorAct::by).containsExactly(ANA, BEN);
        assertThat(file.lead().rev()).isEqualTo(3);
    }

    @Test
    @Holds(Promise.P1)
    void ofManyWhoChangeOneLeadAtOnceNobodysChangeIsLost() {
        Lead lead = lead(0);
        stored(lead);
        AtomicInteger refused = new AtomicInteger();

        IntStream.range(0, 12).parallel().forEach(one -> {
            boolean written = false;
            while (!written) {
                try {
                    written = writes.change(
                                    lead.id(), Actors.TEST, now -> Optional.of(now.after(act(lead.id(), one, ANA))))
                            instanceof Changed.Written;
                } catch (StoreUnavailable othersWereQuicker) {
                    refused.incrementAndGet();
                }
            }
        });

        LeadWithHistory file =
                store.bean(LeadBook.class).find(lead.id(), Actors.TEST).orElseThrow();
        assertThat(file.acts()).as("with %d refused", refused.get()).hasSize(12);
        assertThat(file.lead().rev()).isEqualTo(13);
    }

    @Test
    @Holds(Promise.P7)
    void anOpenLeadThatIsOwedNothingIsCountedAndSaid() {
        Lead lead = lead(0);
        stored(lead, lead(1).closed(CloseReason.SPAM, minute(2)));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        NextActionWatch watch = new NextActionWatch(store.bean(LeadBook.class));
        watch.bindTo(meters);
        watch.round();
        assertThat(violations(meters)).isZero();

        store.template()
                .getCollection(LeadDocuments.LEADS)
                .updateOne(new Document("_id", lead.id().value()), new Document("$unset", new Document("next", "")));
        watch.round();

        assertThat(violations(meters)).isEqualTo(1);
    }

    private static double violations(SimpleMeterRegistry meters) {
        return meters.get("careline.next.action.violations").gauge().value();
    }
}
