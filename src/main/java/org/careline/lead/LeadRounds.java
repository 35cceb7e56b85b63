package org.careline.lead;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Page;

/**
 * What is asked of the leads on a round: by those who look regularly for something to do. Every method throws
 * {@link org.careline.store.StoreUnavailable} if the store does not answer in time.
 */
public interface LeadRounds {

    /**
     * The open leads of one owner, in the queue's order.
     *
     * @param page by {@link NextAction#place()}
     */
    List<Lead> openOf(CoordinatorId owner, Page page, Actor reader);

    /** The ids of the open leads of one owner, at most {@code limit}. */
    Set<LeadId> openIdsOf(CoordinatorId owner, int limit, Actor reader);

    /**
     * The open leads that nobody owns, in the queue's order.
     *
     * @param page by {@link Lead#unowned()}
     */
    List<Lead> unowned(Page page, Actor reader);

    /** The open leads of people for whose safety somebody fears, in the queue's order. */
    List<Lead> held(int limit, Actor reader);

    /** The leads of which something became due by itself by then, the earliest first. */
    List<Lead> waking(Instant now, int limit, Actor reader);

    /**
     * What was written to leads since then, merged and closed ones included, the earliest first. A lead that was written
     * more than once is met once, as it is now.
     */
    List<WrittenLead> writtenSince(Instant since, int limit, Actor reader);
}
