package org.careline.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.inbox.Pending.Learnt;
import org.careline.inbox.Pending.Message;
import org.careline.inbox.StoredInbox.Placed;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;
import org.careline.store.StoreUnavailable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Where inquiries reach one process in memory: its door, its journal and its drain. */
public final class SimulatedDoor {

    // What would alarm a clinic is the daily bread of a simulation.
    static {
        LoggingSystem.get(SimulatedDoor.class.getClassLoader())
                .setLogLevel(JournalDrain.class.getName(), LogLevel.ERROR);
    }

    private final SimulatedJournal journal;
    private final StoredInbox inbox;
    private final JournalDrain drain;
    private final Witness witness;

    /** Who sees what was promised. */
    public interface Witness {

        void acknowledged(StoredInquiry message);

        /** The journal took what the store should have taken. */
        void journalStandsIn();
    }

    public SimulatedDoor(SimulatedJournal journal, InquiryStore inquiries, Clock clock, Witness witness) {
        this.journal = journal;
        this.inbox = new StoredInbox(inquiries, Arrivals.RECEIPTS, clock);
        this.drain = new JournalDrain(journal, inbox, Arrivals.RECEIPTS, Arrivals.DANGER);
        this.witness = witness;
    }

    /** A call goes to the journal at once; everything else to the store, and to the journal if that does not answer. */
    public void accept(Inquiry inquiry) {
        StoredInquiry arrived = Arrivals.of(inquiry);
        boolean taken =
                inquiry.id().channel() == Channel.CALL ? journal.keep(new Message(arrived), false) : placed(arrived);
        if (taken) {
            witness.acknowledged(arrived);
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
        witness.journalStandsIn();
        return journal.keep(new Message(arrived), true);
    }

    /** @param byJournal whether the store is not even asked */
    public void amend(SourceId id, Fact fact, boolean byJournal) {
        if (byJournal || !learnt(id, fact)) {
            journal.keep(new Learnt(id, fact), true);
        }
    }

    private boolean learnt(SourceId id, Fact fact) {
        try {
            Set<SourceId> known = inbox.learn(Map.of(id, List.of(fact)));
            return known.contains(id);
        } catch (StoreUnavailable away) {
            return false;
        }
    }

    public void drain() {
        drain.drain();
    }

    public boolean hasPending() {
        return journal.size() > 0;
    }
}
