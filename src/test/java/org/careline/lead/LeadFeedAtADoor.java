package org.careline.lead;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The feed behind a door that is tested. */
public final class LeadFeedAtADoor {

    private LeadFeedAtADoor() {}

    public static LeadFeed feed(LeadRounds leads, Supplier<List<LeadListener>> listeners, Clock clock) {
        return new LeadFeed(leads, listeners, clock);
    }
}
