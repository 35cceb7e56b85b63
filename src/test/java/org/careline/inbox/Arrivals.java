package org.careline.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careline.lead.Fact;
import org.careline.lead.LeadBook;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.safety.CrisisPhrases;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicFiles;
import org.careline.store.GuardedStore;

/** Inquiries as they lie in the inbox, for tests of what follows. */
public final class Arrivals {

    public static final Receipts RECEIPTS =
            new SignedReceipts(() -> "a key for tests only".getBytes(StandardCharsets.US_ASCII));

    /** By the shipped phrases. */
    public static final DangerNotice DANGER =
            new DangerNotice(PhraseScan.of(ClinicFiles.shipped().read("crisis-phrases", CrisisPhrases.class)));

    private Arrivals() {}

    /** @param known what is known of it from the beginning */
    public static StoredInquiry of(Inquiry inquiry, Fact... known) {
        return StoredInquiry.arrived(inquiry, RECEIPTS.of(inquiry.id()), List.of(known));
    }

    /** As it was before anything was decided about it, with all that is known of it by now; due now, unless its key was used. */
    public static StoredInquiry again(StoredInquiry old, Instant now) {
        boolean keyReused = old.reason().equals(Optional.of(Reason.KEY_REUSED));
        return new StoredInquiry(
                old.id(),
                0,
                old.receipt(),
                old.arrival(),
                old.facts(),
                keyReused ? old.standing() : Standing.waiting(now),
                Attempts.NONE,
                new Marks(old.released(), false),
                null);
    }

    /** What people see of the inbox while nothing waits in a journal. */
    public static InquiryDesk desk(
            InquiryStore inquiries,
            GuardedStore<SourceId, Touch> touches,
            LeadSearch search,
            LeadBook leads,
            Clock clock) {
        return new StoredInquiryDesk(inquiries, touches, search, leads, new NothingWaits(), RECEIPTS, clock);
    }

    private static final class NothingWaits implements PendingJournal {

        @Override
        public boolean keep(Pending entry, boolean onDisk) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Long, Pending> oldest(int limit) {
            return Map.of();
        }

        @Override
        public void confirmed(Collection<Long> sequences) {}

        @Override
        public int size() {
            return 0;
        }

        @Override
        public Optional<StoredInquiry> withReceipt(Receipt receipt) {
            return Optional.empty();
        }
    }
}
