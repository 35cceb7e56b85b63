package org.careline.intake;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.intake.Pending.Learnt;
import org.careline.intake.Pending.Message;
import org.careline.intake.StoredInbox.Placed;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.StoreUnavailable;

/** One process of the application: its door, its journal, its drain and its worker. */
final class SimulatedNode {

    private final String name;
    private final SimulatedJournal journal;
    private final StoredInbox inbox;
    private final JournalDrain drain;
    private final Worker worker;
    private final Receipts receipts;
    private final Ledger ledger;
    private int startsAgainAt;

    SimulatedNode(
            String name, SimulatedJournal journal, IntakeStores stores, Worker worker, Clock clock, Ledger ledger) {
        this.name = name;
        this.journal = journal;
        this.receipts = SimulatedClinic.RECEIPTS;
        this.inbox = new StoredInbox(stores.inquiries(), receipts, clock);
        this.drain = new JournalDrain(journal, inbox, receipts, SimulatedClinic.DANGER);
        this.worker = worker;
        this.ledger = ledger;
    }

    /** A call goes to the journal at once; everything else to the store, and to the journal if that does not answer. */
    void accept(Inquiry inquiry) {
        StoredInquiry arrived =
                StoredInquiry.arrived(inquiry, ContentHash.of(inquiry), receipts.of(inquiry.id()), List.of());
        boolean taken =
                inquiry.id().channel() == Channel.CALL ? journal.keep(new Message(arrived), false) : placed(arrived);
        if (taken) {
            ledger.acknowledged(arrived);
        }
    }

    private boolean placed(StoredInquiry arrived) {
        Placed placed;
        try {
            placed = inbox.place(List.of(arrived)).getOrDefault(arrived.id(), Placed.UNKNOWN);
        } catch (StoreUnavailable away) {
            placed = Placed.UNKNOWN;
        }
        return switch (placed) {
            case STORED, REPEATED -> true;
            case OTHER_CONTENT -> false;
            case UNKNOWN -> keptByTheJournal(arrived);
        };
    }

    private boolean keptByTheJournal(StoredInquiry arrived) {
        ledger.journalStandsIn();
        return journal.keep(new Message(arrived), true);
    }

    void amend(SourceId id, Fact fact, boolean byJournal) {
        if (byJournal || !learnt(id, fact)) {
            journal.keep(new Learnt(id, fact), true);
        }
        ledger.heard(id, fact.key());
    }

    private boolean learnt(SourceId id, Fact fact) {
        try {
            Set<SourceId> known = inbox.learn(Map.of(id, List.of(fact)));
            return known.contains(id);
        } catch (StoreUnavailable away) {
            return false;
        }
    }

    void drain() {
        drain.drain();
    }

    void work() {
        worker.takeOneBatch();
    }

    boolean hasPending() {
        return journal.size() > 0;
    }

    void startAgainAt(int step) {
        startsAgainAt = step;
    }

    int startsAgainAt() {
        return startsAgainAt;
    }

    String name() {
        return name;
    }
}
