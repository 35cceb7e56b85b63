package org.careline.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careline.lead.LeadRounds;
import org.careline.lead.WrittenLead;
import org.careline.staff.Actor;

/**
 * Brings the memory of owners up to what is stored. Leads carry the time of their last write by the writing node's clock, and
 * a write takes a while to be seen, so each look goes back: by seconds, for to read a lead costs as much as to make one; and once
 * a minute by so much that a node whose clock is a minute late is seen too. Taking a lead in twice is harmless.
 */
final class OwnersFeed {

    private static final Actor RULE = new Actor.Rule("snapshot");
    private static final Duration NEAR = Duration.ofSeconds(2);
    private static final Duration FAR = Duration.ofMinutes(2);
    private static final Duration BETWEEN_FAR_LOOKS = Duration.ofMinutes(1);
    private static final int PAGE = 1_000;

    private final LeadRounds leads;
    private final OwnersByPhone owners;
    private final Clock clock;
    private Instant farAgainAt = Instant.MIN;

    OwnersFeed(LeadRounds leads, OwnersByPhone owners, Clock clock) {
        this.leads = leads;
        this.owners = owners;
        this.clock = clock;
    }

    /** @throws org.careline.store.StoreUnavailable if the store does not answer; what was read is kept */
    void catchUp() {
        Instant now = clock.instant();
        boolean far = !now.isBefore(farAgainAt);
        boolean first = owners.seen().equals(Instant.EPOCH);
        read(first ? Instant.EPOCH : owners.seen().minus(far ? FAR : NEAR));
        farAgainAt = far ? now.plus(BETWEEN_FAR_LOOKS) : farAgainAt;
    }

    private void read(Instant from) {
        Instant since = from;
        int limit = PAGE;
        boolean more = true;
        while (more) {
            List<WrittenLead> page = leads.writtenSince(since, limit, RULE);
            page.forEach(owners::take);
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
