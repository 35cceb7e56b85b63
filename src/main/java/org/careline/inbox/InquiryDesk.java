package org.careline.inbox;

import java.util.List;
import java.util.Optional;
import org.careline.store.Page;

/**
 * Looks into the inbox. Every method throws {@link org.careline.store.StoreUnavailable} if the store does not answer in
 * time and the answer cannot be given without it.
 */
public interface InquiryDesk {

    /** Empty if nothing was accepted under this receipt. */
    Optional<InquiryStatus> find(Receipt receipt);

    /**
     * Those in one of the waiting states (suspect, unplaced, parked) or refused, the oldest first.
     *
     * @param page by the {@code next} of the one before
     */
    Statuses list(InquiryState state, Page page);

    /**
     * The same with what their senders said, for the people who decide about them.
     *
     * @param page by the {@code next} of the one before
     */
    Shelf resting(InquiryState state, Page page);

    /** Sends a suspect, unplaced or parked inquiry through the flow once more, or one that was dismissed; a human has looked at it. */
    Replay replay(Receipt receipt);

    /**
     * A human has looked at a suspect or unplaced inquiry and says that nobody asks for anything by it. It is refused, and
     * can be replayed all the same.
     */
    Dismissal dismiss(Receipt receipt);

    /**
     * A page of statuses.
     *
     * @param next where the following page begins; empty if this is the last one
     */
    record Statuses(List<InquiryStatus> items, Optional<String> next) {}

    /**
     * A page of inquiries that rest.
     *
     * @param next where the following page begins; empty if this is the last one
     */
    record Shelf(List<Resting> items, Optional<String> next) {}

    /** One that rests, and its message. */
    record Resting(InquiryStatus status, Inquiry inquiry) {

        /** What people say reaches no log. */
        @Override
        public String toString() {
            return "Resting[" + status + "]";
        }
    }

    enum Dismissal {
        DISMISSED,
        /** It is in a state that a person has no say in. */
        NOT_ASKED,
        UNKNOWN
    }

    enum Replay {
        REPLAYED,
        /** It is in a state that has nothing to replay. */
        NOT_WAITING,
        UNKNOWN
    }
}
