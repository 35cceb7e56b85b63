package org.careline.waiting;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody has waited and may wait.
 *
 * @param since from when their place in the line counts; earlier than {@code begun} for who had waited before
 * @param begun when this waiting began
 * @param ringFrom before that nobody is rung: a person who is promised a call back has to hang up first
 * @param lease until when they are known to be there; what they do renews it
 * @param until when it ends at the latest
 * @param told the place in the line that they were told last; 0 for none
 */
public record WaitTimes(Instant since, Instant begun, Instant ringFrom, Instant lease, Instant until, int told) {

    WaitTimes heard(Instant now, Duration lasts) {
        Instant renewed = now.plus(lasts);
        return renewed.isAfter(lease) ? new WaitTimes(since, begun, ringFrom, renewed, until, told) : this;
    }

    WaitTimes told(int place) {
        return new WaitTimes(since, begun, ringFrom, lease, until, place);
    }

    WaitTimes since(Instant earlier) {
        return earlier.isBefore(since) ? new WaitTimes(earlier, begun, ringFrom, lease, until, told) : this;
    }

    WaitTimes ringingFrom(Instant time) {
        return time.isBefore(ringFrom) ? new WaitTimes(since, begun, time, lease, until, told) : this;
    }
}
