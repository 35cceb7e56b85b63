package org.careline.waiting;

import org.careline.staff.CoordinatorId;

/** Who may be rung for somebody who waits, asked anew whenever something is decided. */
interface LineCandidates {

    Candidates of(WaitingCall call);

    /** Whether this coordinator may have that caller, asked by nobody's turn. */
    boolean mayHave(WaitingCall call, CoordinatorId coordinator);
}
