package org.careline.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.inbox.Pending.Learnt;
import org.careline.inbox.Pending.Message;
import org.careline.inbox.StoredInbox.Placed;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries what this node has acknowledged by its journal into the store: messages first, then facts. Doing it again is
 * harmless, so that nothing has to be remembered but what is left.
 */
@Component
final class JournalDrain {

    private static final Logger LOG = LoggerFactory.getLogger(JournalDrain.class);
    private static final int BATCH = 200;

    private final PendingJournal journal;
    private final StoredInbox store;
    private final Receipts receipts;
    private final DangerNotice danger;

    JournalDrain(PendingJournal journal, StoredInbox store, Receipts receipts, DangerNotice danger) {
        this.journal = journal;
        this.store = store;
        this.receipts = receipts;
        this.danger = danger;
    }

    /**
     * Moves the oldest entries.
     *
     * @return how many left the journal
     * @throws org.careline.store.StoreUnavailable if the store does not answer; everything is kept
     */
    int drain() {
        Map<Long, Pending> entries = journal.oldest(BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        List<Long> done = new ArrayList<>(messages(entries));
        done.addAll(facts(entries));
        journal.confirmed(done);
        return done.size();
    }

    private List<Long> messages(Map<Long, Pending> entries) {
        Map<SourceId, Long> first = new LinkedHashMap<>();
        List<StoredInquiry> arrived = new ArrayList<>();
        entries.forEach((sequence, entry) -> {
            if (entry instanceof Message message && first.putIfAbsent(entry.source(), sequence) == null) {
                arrived.add(message.inquiry());
            }
        });
        if (arrived.isEmpty()) {
            return List.of();
        }
        Set<SourceId> safe = safe(arrived);
        return first.entrySet().stream()
                .filter(entry -> safe.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Set<SourceId> safe(List<StoredInquiry> arrived) {
        Map<SourceId, Placed> placed = store.place(arrived);
        Set<SourceId> safe = new HashSet<>();
        Map<SourceId, StoredInquiry> variants = new LinkedHashMap<>();
        for (StoredInquiry message : arrived) {
            switch (placed.getOrDefault(message.id(), Placed.UNKNOWN)) {
                case STORED, REPEATED -> safe.add(message.id());
                case OTHER_CONTENT -> variants.put(message.id(), variant(message));
                case UNKNOWN -> {}
            }
        }
        safe.addAll(kept(variants));
        return safe;
    }

    /** Of somebody who may be in danger it is decided at once; any other waits for a look. */
    private StoredInquiry variant(StoredInquiry message) {
        return danger.tells(message) ? message.asVariantInDanger(receipts) : message.asVariant(receipts);
    }

    /** Another message under a used key was acknowledged while the store was away: both are kept. */
    private Set<SourceId> kept(Map<SourceId, StoredInquiry> variants) {
        if (variants.isEmpty()) {
            return Set.of();
        }
        Map<SourceId, Placed> placed = store.place(variants.values());
        Set<SourceId> kept = new HashSet<>();
        variants.forEach((key, variant) -> {
            if (placed.getOrDefault(variant.id(), Placed.UNKNOWN) != Placed.UNKNOWN) {
                kept.add(key);
            }
        });
        LOG.warn("{} inquiries came under a key that was used before; they are kept beside the others", kept.size());
        return kept;
    }

    private List<Long> facts(Map<Long, Pending> entries) {
        Map<SourceId, List<Fact>> learnt = new LinkedHashMap<>();
        Map<SourceId, List<Long>> sequences = new LinkedHashMap<>();
        entries.forEach((sequence, entry) -> {
            if (entry instanceof Learnt fact) {
                learnt.computeIfAbsent(fact.source(), id -> new ArrayList<>()).add(fact.fact());
                sequences
                        .computeIfAbsent(fact.source(), id -> new ArrayList<>())
                        .add(sequence);
            }
        });
        if (learnt.isEmpty()) {
            return List.of();
        }
        return store.learn(learnt).stream()
                .flatMap(id -> sequences.getOrDefault(id, List.of()).stream())
                .toList();
    }
}
