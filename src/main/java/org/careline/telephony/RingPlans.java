package org.careline.telephony;

import org.careline.contact.CallerIdentity;
import org.careline.routing.RingPlan;

/** Makes the plan of a call that comes in now, from what this node has in memory. */
interface RingPlans {

    RingPlan planFor(CallerIdentity caller);
}
