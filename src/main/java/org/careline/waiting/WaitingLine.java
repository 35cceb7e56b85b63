package org.careline.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careline.contact.PhoneNumber;

/**
 * The waiting line as it is stored. Somebody waits on the phone for most of what is asked of it: every method throws
 * {@link org.careline.store.StoreUnavailable} if the store does not answer within 300 ms.
 */
public interface WaitingLine {

    Optional<WaitingCall> find(WaitingId id);

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
    boolean write(WaitingCall changed);

    /** Forgets what ended before this time; at most 1,000 at once. */
    void forget(Instant endedBefore);
}
