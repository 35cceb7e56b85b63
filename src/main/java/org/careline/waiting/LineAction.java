package org.careline.waiting;

import org.careline.staff.CoordinatorId;

/** One thing to do next in the waiting line. */
sealed interface LineAction {

    /** Of whose waiting. */
    WaitingCall call();

    /** What has lasted longer than it can is written as over. */
    record Tidy(WaitingCall call) implements LineAction {}

    /** A coordinator's phone is to be rung. */
    record RingPhone(WaitingCall call, CoordinatorId coordinator) implements LineAction {}

    /** A phone rings, or somebody listens on it, for nobody any more. */
    record EndLeg(WaitingCall call, RingAttempt ring) implements LineAction {}
}
