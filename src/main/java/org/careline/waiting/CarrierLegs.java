package org.careline.waiting;

import org.careline.staff.CoordinatorId;

/** Where a leg is asked of the carrier; neither method blocks. */
public interface CarrierLegs {

    /** Rings a phone for which it was written that it will be rung. */
    void ring(WaitingCall call, CoordinatorId coordinator);

    /** Ends a leg of which it was written that it takes nobody any more. */
    void end(String leg);
}
