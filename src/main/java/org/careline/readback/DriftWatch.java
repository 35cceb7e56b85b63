package org.careline.readback;

import java.time.Duration;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares every hour what the clinic's numbers do at the carrier with what they must. */
@Component
final class DriftWatch extends BackgroundJob {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final DriftGuard drift;

    DriftWatch(DriftGuard drift) {
        super("drift", Pace.every(HOUR));
        this.drift = drift;
    }

    @Override
    protected Next work() {
        drift.look().drifts().forEach(one -> LOG.warn("{}", one.sentence()));
        return Next.IDLE;
    }
}
