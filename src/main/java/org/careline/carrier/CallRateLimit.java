package org.careline.carrier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast an account may place calls: a bucket of one token. Twilio's own default is one call a second; what comes faster
 * waits in its queue, where we could no longer call it back.
 */
final class CallRateLimit {

    private final Duration gap;
    private final Clock clock;
    private Instant next = Instant.MIN;

    CallRateLimit(int perSecond, Clock clock) {
        this.gap = Duration.ofSeconds(1).dividedBy(perSecond);
        this.clock = clock;
    }

    /** Takes the token; zero if it was there, else how long it is not. */
    synchronized Duration take() {
        Instant now = clock.instant();
        boolean early = now.isBefore(next) && !now.plus(gap).isBefore(next);
        if (early) {
            return Duration.between(now, next);
        }
        next = now.plus(gap);
        return Duration.ZERO;
    }
}
