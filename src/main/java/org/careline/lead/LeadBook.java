package org.careline.lead;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.store.Page;

/**
 * The door through which leads are read, by whoever says who they are. Every method throws
 * {@link org.careline.store.StoreUnavailable} if the store does not answer in time.
 */
public interface LeadBook extends LeadsById {

    /** The lead with this id, or the one that took it over, with its touches. */
    Optional<LeadWithHistory> find(LeadId id, Actor reader);

    /** The living leads behind these ids: each itself or the one that took it over, once, the oldest first. */
    List<Lead> living(Collection<LeadId> ids, Actor reader);

    /**
     * Open and closed leads, the oldest first; merged ones are not listed.
     *
     * @param stage only those at this stage; empty for all
     * @param page by {@link Lead#listed()}
     */
    List<Lead> byAge(Optional<Stage> stage, Page page, Actor reader);

    /**
     * The open leads in the order in which they are to be worked.
     *
     * @param page by {@link NextAction#place()}
     */
    List<Lead> queue(Page page, Actor reader);

    /**
     * Open and closed leads of one owner, the oldest first.
     *
     * @param stage only those at this stage; empty for all
     * @param page by {@link Lead#listed()}
     */
    List<Lead> byOwner(CoordinatorId owner, Optional<Stage> stage, Page page, Actor reader);

    /** How many open leads have no next action; anything but 0 is a fault of ours. */
    long withoutNextAction();
}
