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

    /** So many looks in a row that find nothing, each after a longer pause, are a few seconds. */
    private static final int ENOUGH = 4;

    private final InquiryStore inquiries;
    private final IntakeLease lease;
    private final Clock clock;
    private final Deque<StoredInquiry> seen = new ArrayDeque<>();
    private final Deque<StoredInquiry> alone = new ArrayDeque<>();

    private List<StoredInquiry> lastLook = List.of();
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
    @Nullable Batch<StoredInquiry> next() {
        if (!mayWork()) {
            seen.clear();
            alone.clear();
            return null;
        }
        if (!alone.isEmpty()) {
            return Batch.of(List.of(alone.remove()));
        }
        if (seen.isEmpty()) {
            seen.addAll(look());
        }
        return seen.isEmpty() ? null : Batch.of(apart());
    }

    /** Without the lease one question tells whether it is of any use. */
    private boolean mayWork() {
        nothing = !lease.mine() && inquiries.due(clock.instant(), 1).isEmpty();
        return !nothing && lease.held();
    }

    /** Whether nothing was due at the last look. */
    boolean nothingWaits() {
        return nothing;
    }

    /** One of these fails: from now on each goes by itself, so that it holds up no other. */
    void oneByOne(List<StoredInquiry> failed) {
        alone.addAll(failed);
    }

    /** How long the longest waiting inquiry has been due. */
    Duration lag() {
        return lag;
    }

    /** What is due; nothing where a whole look came to nothing: the flow rests a moment before it tries the same again. */
    private List<StoredInquiry> look() {
        Instant now = clock.instant();
        List<StoredInquiry> due = inquiries.due(now, LOOK);
        lag = due.stream()
                .limit(1)
                .flatMap(longest -> longest.dueAt().stream())
                .findFirst()
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
        rest(due.isEmpty());
        lastLook = due.equals(lastLook) ? List.of() : due;
        return lastLook;
    }

    /** A lease that is of no use is given back: whichever node is told something next takes it at once. */
    private void rest(boolean idle) {
        nothing = idle;
        emptyLooks = idle ? emptyLooks + 1 : 0;
        if (emptyLooks >= ENOUGH) {
            emptyLooks = 0;
            lease.giveBack();
        }
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
