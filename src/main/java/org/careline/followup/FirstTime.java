package org.careline.followup;

import java.time.Instant;
import org.careline.consent.CallPromise.Why;
import org.careline.consent.CallableTime;

/**
 * When the first attempt to call somebody is due, and what decides that.
 *
 * @param from the beginning of the hours in which it falls; the contact's own time if they can be called at once
 */
record FirstTime(Timing timing, Why why, Instant from) {

    /** The same moved into a time that the person named. */
    FirstTime at(CallableTime good, Instant dueAt) {
        return new FirstTime(new Timing(good.at(), timing.wantedAt(), dueAt, good.within()), Why.GOOD_TIME, good.at());
    }
}
