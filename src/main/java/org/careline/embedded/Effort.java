package org.careline.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;

/** What a command may spend: counts the entries it looks at and ends it when its time is over. */
final class Effort {

    private static final int LOOK_AT_CLOCK = 0xFF;

    private final LongAdder total;
    private final Clock clock;
    private final long deadline;
    private long examined;

    /**
     * @param total where the entries of all commands are summed up
     * @param maxMillis the command's {@code maxTimeMS}, 0 for no limit
     */
    Effort(LongAdder total, Clock clock, long maxMillis) {
        this.total = total;
        this.clock = clock;
        this.deadline = maxMillis == 0 ? Long.MAX_VALUE : clock.millis() + maxMillis;
    }

    void examine() {
        total.increment();
        examined++;
        if ((examined & LOOK_AT_CLOCK) == 0 && clock.millis() > deadline) {
            throw new MongoServerError(50, "MaxTimeMSExpired", "operation exceeded time limit");
        }
    }
}
