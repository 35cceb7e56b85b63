package org.careline.lead;

/** Why a lead has no owner; the queue owns it meanwhile. */
public enum UnassignedReason {
    /** Assignment by rule is not part of this installation: whoever is free takes the lead from the queue. */
    TAKEN_FROM_QUEUE
}
