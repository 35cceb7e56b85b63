package org.careline.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careline.lead.LeadRounds;
import org.careline.lead.WrittenLead;

/**
 * Brings the memory of owners up to what is stored. Leads carry the time of their last write by the writing node's clock, and
 * a write takes a while to be seen, so each look goes back a minute; taking a lead in twice is harmless.
 */
final class OwnersFeed {

    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final int PAGE = 1_000;

    private final LeadRounds leads;
    private final OwnersByPhone owners;
    private final Clock clock;

    OwnersFeed(LeadRounds leads, OwnersByPhone owners, Clock clock) {
        this.leads = leads;
        this.owners = owners;
        this.clock = clock;
    }

    /** @throws org.careline.store.StoreUnavailable if the store does not answer; what was read is kept */
    void catchUp() {
        Instant since = owners.seen().equals(Instant.EPOCH)
                ? Instant.EPOCH
                : owners.seen().minus(OVERLAP);
        int limit = PAGE;
        boolean more = true;
        while (more) {
            List<WrittenLead> page = leads.writtenSince(since, limit);
            page.forEach(written -> owners.take(written.lead()));
            more = page.size() == limit;
            Instant last = page.isEmpty() ? since : page.get(page.size() - 1).at();
            limit = last.equals(since) ? 2 * limit : PAGE;
            since = last;
            reached(since);
        }
    }

    /** A node whose clock is ahead must not hide what the others write. */
    private void reached(Instant last) {
        Instant now = clock.instant();
        owners.seen(last.isAfter(now) ? now : last);
    }
}
