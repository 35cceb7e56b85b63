package org.careline.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.inbox.InquiryStore;
import org.careline.inbox.StoredInquiry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the flow takes up next. The inbox documents are the queue; this looks into it, as long as this node holds the
 * intake lease, and puts batches together.
 */
@Component
final class WaitingInquiries {

    private static final int LOOK = 400;
    private static final int BATCH = 200;
    private static final int ENOUGH = 4;

    private final InquiryStore inquiries;
    private final IntakeLease lease;
    private final Clock clock;
    private final Deque<StoredInquiry> seen = new ArrayDeque<>();
    private final Deque<StoredInquiry> alone = new ArrayDeque<>();

    private Batch<StoredInquiry> inHand = new Batch<>(List.of());
    private boolean moving = true;
    private boolean nothing;
    private int emptyLooks;
    private volatile Duration lag = Duration.ZERO;

    WaitingInquiries(InquiryStore inquiries, IntakeLease lease, Clock clock) {
        this.inquiries = inquiries;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * The next batch; null if nothing waits, or if another node is at it.
     *
     * @throws org.careline.store.StoreUnavailable if the store does not answer
     */
    @Nullable
    Batch<StoredInquiry> next() {
        inHand = new Batch<>(List.of());
        nothing = false;
        if (!moving || !mayWork()) {
            seen.clear();
            moving = true;
            return null;
        }
        if (seen.isEmpty() && alone.isEmpty()) {
            look();
        }
        inHand = alone.isEmpty() ? new Batch<>(apart()) : new Batch<>(List.of(alone.remove()));
        nothing = inHand.items().isEmpty();
        moving = nothing;
        rest();
        return nothing ? null : inHand;
    }

    /** Without the lease one question tells whether it is of any use. */
    private boolean mayWork() {
        nothing = !lease.mine() && inquiries.due(clock.instant(), 1).isEmpty();
        return !nothing && lease.held();
    }

    /** A lease that is of no use is given back: whichever node is told something next takes it at once. */
    private void rest() {
        emptyLooks = nothing ? emptyLooks + 1 : 0;
        if (emptyLooks >= ENOUGH) {
            lease.giveBack();
            emptyLooks = 0;
        }
    }

    /** Whether there was nothing to be decided at the last look. */
    boolean nothingWaits() {
        return nothing;
    }

    /** Something of the batch in hand was settled; else the flow rests a moment before it tries the same again. */
    void settled(int count) {
        moving = count > 0 || !seen.isEmpty() || !alone.isEmpty();
    }

    Batch<StoredInquiry> inHand() {
        return inHand;
    }

    /** One of these fails: from now on each goes by itself, so that it holds up no other. */
    void oneByOne(Batch<StoredInquiry> batch) {
        alone.addAll(batch.items());
    }

    /** How long the longest waiting inquiry has been due. */
    Duration lag() {
        return lag;
    }

    private void look() {
        Instant now = clock.instant();
        seen.addAll(inquiries.due(now, LOOK));
        StoredInquiry longest = seen.peek();
        lag = longest == null || longest.dueAt() == null ? Duration.ZERO : Duration.between(longest.dueAt(), now);
    }

    /** The first of those seen, no two of which share a contact point; the others stay. */
    private List<StoredInquiry> apart() {
        List<StoredInquiry> batch = new ArrayList<>();
        List<StoredInquiry> left = new ArrayList<>();
        Set<ContactPoint> taken = new HashSet<>();
        for (StoredInquiry stored : seen) {
            Set<ContactPoint> points = stored.points();
            if (batch.size() < BATCH && points.stream().noneMatch(taken::contains)) {
                batch.add(stored);
            } else {
                left.add(stored);
            }
            taken.addAll(points);
        }
        seen.clear();
        seen.addAll(left);
        return batch;
    }
}
