package org.careline.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.lead.Lead;
import org.careline.lead.MergeState;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.store.GuardedStore;
import org.careline.store.Versioned;

/** The mistakes that the protocol was found to need its rules for, each put between the real parts. */
public final class Plants {

    private Plants() {}

    public static final Plant IGNORES_THE_DUPLICATE_TOUCH =
            Plant.writing(stores -> with(stores, allHold(stores.touches()), stores.leads()));

    public static final Plant READS_NO_TOUCHES =
            Plant.reading(stores -> with(stores, blind(stores.touches()), stores.leads()));

    public static final Plant GOES_ON_AFTER_A_LOST_GUARD =
            Plant.writing(stores -> with(stores, stores.touches(), allHold(stores.leads())));

    public static final Plant LEAVES_SOMEBODY_IN_DANGER_WITHOUT_AN_OWNER =
            Plant.deciding(decision -> decision.replacing(
                    WriteKind.LEADS,
                    decision.all(WriteKind.LEADS).stream()
                            .map(lead -> lead.open() && lead.work().safetyHold() ? lead.undecided() : lead)
                            .toList()));

    public static final Plant WRITES_THE_WINNER_FIRST = Plant.deciding(Plants::winnerFirst);

    public static final Plant NEVER_GIVES_BACK = Plant.NONE.neverGivingBack();

    public static final Plant READS_TOUCHES_ONCE =
            Plant.reading(stores -> with(stores, new ReadOnce(stores.touches()), stores.leads()));

    public static final Plant KNOWS_NO_APART =
            Plant.reading(stores -> with(stores, stores.touches(), seen(stores.leads(), Plants::withoutApart)));

    public static final Plant TELLS_AGE_BY_THE_FIRST_TOUCH =
            Plant.reading(stores -> with(stores, stores.touches(), seen(stores.leads(), Plants::asOldAsItsFirstTouch)));

    private static Decision winnerFirst(Decision decision) {
        List<Lead> losers = decision.all(WriteKind.FROZEN_LEADS);
        return losers.isEmpty()
                ? decision
                : decision.replacing(WriteKind.FROZEN_LEADS, decision.all(WriteKind.LEADS))
                        .replacing(WriteKind.LEADS, losers);
    }

    private static IntakeStores with(
            IntakeStores stores,
            GuardedStore<SourceId, Touch> touches,
            GuardedStore<org.careline.lead.LeadId, Lead> leads) {
        return new IntakeStores(
                stores.inquiries(), touches, leads, stores.points(), stores.rotations(), stores.charges());
    }

    private static <K, T extends Versioned<K>> GuardedStore<K, T> allHold(GuardedStore<K, T> store) {
        return new GuardedStore<>() {
            @Override
            public Map<K, T> find(Collection<K> ids) {
                return store.find(ids);
            }

            @Override
            public Set<K> write(Collection<T> documents) {
                Set<K> held = store.write(documents);
                return Stream.concat(held.stream(), documents.stream().map(Versioned::id))
                        .collect(Collectors.toSet());
            }
        };
    }

    private static <K, T extends Versioned<K>> GuardedStore<K, T> blind(GuardedStore<K, T> store) {
        return new GuardedStore<>() {
            @Override
            public Map<K, T> find(Collection<K> ids) {
                return Map.of();
            }

            @Override
            public Set<K> write(Collection<T> documents) {
                return store.write(documents);
            }
        };
    }

    private static <K, T extends Versioned<K>> GuardedStore<K, T> seen(GuardedStore<K, T> store, UnaryOperator<T> as) {
        return new GuardedStore<>() {
            @Override
            public Map<K, T> find(Collection<K> ids) {
                return store.find(ids).values().stream().map(as).collect(Collectors.toMap(Versioned::id, one -> one));
            }

            @Override
            public Set<K> write(Collection<T> documents) {
                return store.write(documents);
            }
        };
    }

    /** Answers every second read with the first one's answer. */
    private static final class ReadOnce implements GuardedStore<SourceId, Touch> {

        private final GuardedStore<SourceId, Touch> store;
        private Map<SourceId, Touch> known = Map.of();
        private boolean again;

        ReadOnce(GuardedStore<SourceId, Touch> store) {
            this.store = store;
        }

        @Override
        public Map<SourceId, Touch> find(Collection<SourceId> ids) {
            if (!again) {
                known = store.find(ids);
            }
            again = !again;
            return known;
        }

        @Override
        public Set<SourceId> write(Collection<Touch> documents) {
            return store.write(documents);
        }
    }

    private static Lead withoutApart(Lead lead) {
        MergeState family = lead.merge();
        return changed(
                lead,
                lead.createdAt(),
                new MergeState(
                        family.mergedInto(),
                        family.joining(),
                        family.ordered(),
                        family.members(),
                        Set.of(),
                        family.kept()));
    }

    private static Lead asOldAsItsFirstTouch(Lead lead) {
        return changed(lead, lead.times().firstInboundAt(), lead.merge());
    }

    private static Lead changed(Lead lead, java.time.Instant createdAt, MergeState family) {
        return new Lead(
                lead.id(),
                lead.rev(),
                createdAt,
                lead.person(),
                lead.times(),
                lead.ownership(),
                lead.work(),
                family,
                lead.related(),
                lead.keys());
    }
}
