package org.careline.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.inbox.Pending.Learnt;
import org.careline.inbox.Pending.Message;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.springframework.stereotype.Component;

/**
 * Carries what this node has acknowledged by its journal into the store: messages first, then facts. Doing it again is
 * harmless, so that nothing has to be remembered but what is left.
 */
@Component
final class JournalDrain {

    private static final int BATCH = 200;

    private final PendingJournal journal;
    private final StoredInbox store;
    private final DrainedMessages messages;

    JournalDrain(PendingJournal journal, StoredInbox store, Receipts receipts, DangerNotice danger) {
        this.journal = journal;
        this.store = store;
        this.messages = new DrainedMessages(store, receipts, danger);
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
        Set<SourceId> safe = messages.safe(arrived);
        return first.entrySet().stream()
                .filter(entry -> safe.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
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
