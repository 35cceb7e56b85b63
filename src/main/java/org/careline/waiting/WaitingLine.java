package org.careline.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.careline.contact.PhoneNumber;
import org.careline.store.GuardedStore;

/**
 * The waiting line as it is stored. Somebody waits on the phone for most of what is asked of it: every method throws
 * {@link org.careline.store.StoreUnavailable} if the store does not answer within 300 ms.
 */
public interface WaitingLine extends GuardedStore<WaitingId, WaitingCall> {

    default Optional<WaitingCall> find(WaitingId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Everything that goes on, who has waited longest first, talks included; at most 500. */
    List<WaitingCall> open();

    /** The last time that somebody with this phone waited, if that began at this time or later. */
    Optional<WaitingCall> latestOf(PhoneNumber phone, Instant since);

    /** Talks that were over at this time or later, the first one first; at most 2,000. */
    List<Talk> talksSince(Instant time);

    /**
     * Stores a new value in place of the one that it was made from.
     *
     * @return false if somebody else was quicker
     */
    default boolean write(WaitingCall changed) {
        return write(List.of(changed)).contains(changed.id());
    }

    /**
     * Changes somebody who waits, or did.
     *
     * @param change pure: asked anew if somebody else was quicker
     * @return what it came to; empty if nobody of this id is known
     */
    default Optional<WaitingCall> update(WaitingId id, UnaryOperator<WaitingCall> change) {
        return change(id, call -> Optional.of(change.apply(call))).after();
    }

    /** Forgets what ended before this time; at most 1,000 at once. */
    void forget(Instant endedBefore);
}
