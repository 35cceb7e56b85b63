package org.careline.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.lead.SourceId;
import org.careline.store.GuardedStore;
import org.careline.store.Page;

/** The inbox documents: they are the queue. */
public interface InquiryStore extends GuardedStore<SourceId, StoredInquiry> {

    /** Those that are to be decided by now, the one waiting longest first. */
    List<StoredInquiry> due(Instant now, int limit);

    Optional<StoredInquiry> withReceipt(Receipt receipt);

    /** Those that rest in this state, the oldest first, after the one with this {@link StoredInquiry#restingOrder()}. */
    List<StoredInquiry> resting(Progress progress, Page page);
}
