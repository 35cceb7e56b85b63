package org.careline.routing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.careline.staff.CoordinatorId;

/**
 * What coordinators do on the phone, read from the legs that go on and the talks that are over. Nobody has to reset it.
 *
 * @param talking who talks with a caller now
 * @param talkEnded when each talked last; who has not talked today is missing
 * @param callsToday how many talks each had today
 */
public record PhoneActivity(
        Set<CoordinatorId> talking, Map<CoordinatorId, Instant> talkEnded, Map<CoordinatorId, Integer> callsToday) {

    /** Nobody talks or has talked today. */
    public static final PhoneActivity NONE = new PhoneActivity(Set.of(), Map.of(), Map.of());

    public PhoneActivity {
        talking = Set.copyOf(talking);
        talkEnded = Map.copyOf(talkEnded);
        callsToday = Map.copyOf(callsToday);
    }
}
