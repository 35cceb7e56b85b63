package org.careline.snapshot;

import java.util.Set;
import org.careline.contact.CallerIdentity;
import org.careline.contact.Language;
import org.careline.routing.RingPlan;
import org.jspecify.annotations.Nullable;

/** Makes the plan of a call that comes in now, from memory alone. Safe for any number of threads. */
public interface RingPlans {

    /**
     * @param skills what the number that was called needs
     * @param language the one that the caller chose on the phone (BCP 47); null if they did not
     */
    RingPlan planFor(CallerIdentity caller, Set<String> skills, @Nullable Language language);
}
