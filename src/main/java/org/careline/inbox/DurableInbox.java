package org.careline.inbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.careline.inbox.Acceptance.Accepted;
import org.careline.inbox.Acceptance.KeyReused;
import org.careline.inbox.Acceptance.NoRoom;
import org.careline.inbox.StoredInbox.Placed;
import org.careline.lead.Channel;
import org.careline.lead.Fact;
import org.careline.lead.SourceId;

/** The inbox: the store first, this node's journal where the store is late; for a call the journal at once. */
final class DurableInbox implements InquiryInbox {

    /** What a power cut may take: the carrier tells a call's end again, and why phones rang only explains. */
    private static final Set<Fact.Kind> SPARED = EnumSet.of(
            Fact.Kind.CALL_STATUS,
            Fact.Kind.ROUTED,
            Fact.Kind.TALKED,
            Fact.Kind.WAITED,
            Fact.Kind.RANG,
            Fact.Kind.CALLED_BACK);

    private final BudgetedInsert store;
    private final PendingJournal journal;
    private final Receipts receipts;
    private final Runnable drain;
    private final InquiryCounters counters;
    private final DangerNotice danger;
    private final Consumer<String> alarm;

    /**
     * @param drain asks for the journal to be drained soon
     * @param alarm is told the receipt of an inquiry that tells of danger and that the flow does not see soon; does not block
     */
    DurableInbox(
            BudgetedInsert store,
            PendingJournal journal,
            Receipts receipts,
            Runnable drain,
            InquiryCounters counters,
            DangerNotice danger,
            Consumer<String> alarm) {
        this.store = store;
        this.journal = journal;
        this.receipts = receipts;
        this.drain = drain;
        this.counters = counters;
        this.danger = danger;
        this.alarm = alarm;
    }

    @Override
    public Acceptance accept(Inquiry inquiry, List<Fact> known) {
        StoredInquiry arrived = StoredInquiry.arrived(inquiry, receipts.of(inquiry.id()), known);
        Channel channel = inquiry.id().channel();
        Acceptance answer = channel == Channel.CALL ? journaledFirst(arrived) : storedFirst(arrived);
        if (answer instanceof Accepted) {
            counters.count(channel, InquiryState.ACCEPTED);
        }
        return answer;
    }

    private Acceptance journaledFirst(StoredInquiry arrived) {
        Acceptance kept = journaled(arrived, false);
        return kept instanceof Accepted ? kept : placed(arrived, store.place(arrived));
    }

    private Acceptance storedFirst(StoredInquiry arrived) {
        Placed placed = store.place(arrived);
        if (placed == Placed.UNKNOWN && danger.tells(arrived)) {
            alarm.accept(arrived.receipt());
        }
        return placed == Placed.UNKNOWN ? journaled(arrived, true) : placed(arrived, placed);
    }

    private Acceptance placed(StoredInquiry arrived, Placed placed) {
        return switch (placed) {
            case STORED, REPEATED -> accepted(arrived);
            case OTHER_CONTENT -> {
                keepDanger(arrived);
                yield new KeyReused();
            }
            case UNKNOWN -> new NoRoom();
        };
    }

    /** Whoever is asked to send it again may not do so: what tells of danger is kept beside the first message. */
    private void keepDanger(StoredInquiry arrived) {
        if (danger.tells(arrived)) {
            StoredInquiry variant = arrived.asVariantInDanger(receipts);
            if (store.place(variant) == Placed.UNKNOWN && journal.keep(new Pending.Message(variant), true)) {
                alarm.accept(variant.receipt());
                drain.run();
            }
        }
    }

    private Acceptance journaled(StoredInquiry arrived, boolean onDisk) {
        if (!journal.keep(new Pending.Message(arrived), onDisk)) {
            return new NoRoom();
        }
        drain.run();
        return accepted(arrived);
    }

    private Accepted accepted(StoredInquiry arrived) {
        return new Accepted(receipts.handedOut(arrived.id(), danger.tells(arrived)));
    }

    @Override
    public boolean amend(SourceId source, Fact fact) {
        boolean kept = journal.keep(new Pending.Learnt(source, fact), !SPARED.contains(fact.kind()));
        drain.run();
        return kept;
    }
}
