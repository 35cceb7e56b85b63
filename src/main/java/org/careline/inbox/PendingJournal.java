package org.careline.inbox;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** This node's own memory of what it acknowledged, on its disk. An entry leaves only after the store has confirmed it. */
interface PendingJournal {

    /**
     * Keeps an entry so that a kill of this process cannot take it.
     *
     * @param onDisk whether to return only when a power cut cannot take it either
     * @return whether there was room for it
     */
    boolean keep(Pending entry, boolean onDisk);

    /** The oldest entries by their sequence number, in that order. */
    Map<Long, Pending> oldest(int limit);

    /** These are in the store now. */
    void confirmed(Collection<Long> sequences);

    /** How many wait. */
    int size();

    /** The waiting message with this receipt. */
    Optional<StoredInquiry> withReceipt(Receipt receipt);
}
