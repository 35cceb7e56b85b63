package org.careline.snapshot;

import org.careline.contact.CallerIdentity;
import org.careline.routing.RingPlan;

/** Makes the plan of a call that comes in now, from memory alone. Safe for any number of threads. */
public interface RingPlans {

    RingPlan planFor(CallerIdentity caller);
}
