package org.careline.inbox;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careline.inbox.Pending.Message;
import org.careline.intake.simulation.Stage;

/** A node's journal in memory. It survives the node's kills: what was kept is there when it starts again. */
public final class SimulatedJournal implements PendingJournal {

    private final Stage stage;
    private final Map<Long, Pending> entries = new TreeMap<>();
    private long last;

    public SimulatedJournal(Stage stage) {
        this.stage = stage;
    }

    @Override
    public boolean keep(Pending entry, boolean onDisk) {
        stage.pass();
        entries.put(++last, entry);
        stage.tell(() -> stage.who() + " keeps " + entry + " in its journal");
        stage.pass();
        return true;
    }

    @Override
    public Map<Long, Pending> oldest(int limit) {
        return entries.entrySet().stream()
                .limit(limit)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    @Override
    public void confirmed(Collection<Long> sequences) {
        stage.pass();
        sequences.forEach(entries::remove);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Optional<StoredInquiry> withReceipt(Receipt receipt) {
        return entries.values().stream()
                .filter(Message.class::isInstance)
                .map(entry -> ((Message) entry).inquiry())
                .filter(inquiry -> inquiry.receipt().equals(receipt.value()))
                .findFirst();
    }
}
