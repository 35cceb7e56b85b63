package org.careline.staff;

import org.careline.staff.ClinicCoordinators.Coordinator;

/**
 * Wakes one person, by a way that reaches them wherever they are. Senders implement it; where they say that they take what
 * woke them is {@link WakingDesk}.
 */
public interface Waker {

    /**
     * Begins to wake somebody. Does not block.
     *
     * @param about an id without contact data: a lead's
     * @param begun run once it has surely begun; never run if it did not, and then it is asked for again
     */
    void wake(Coordinator whom, String about, Runnable begun);
}
