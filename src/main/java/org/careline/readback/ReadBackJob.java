package org.careline.readback;

import io.micrometer.core.instrument.MeterRegistry;
import org.careline.node.BackgroundJob;
import org.careline.node.EnumCounter;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.readback.ReadBackResult.Failed;
import org.careline.readback.ReadBackResult.Failure;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at the carrier's lists again and again, and tells people when that has failed for a while. */
@Component
final class ReadBackJob extends BackgroundJob {

    /** Failures in a row before people are told, and after that each time. */
    static final int PATIENCE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ReadBackJob.class);

    private final ReadBack readBack;
    private final Alarms alarms;
    private final EnumCounter<Failure> failures;
    private int inARow;

    ReadBackJob(ReadBack readBack, ReadBackSettings settings, Alarms alarms, MeterRegistry meters) {
        super("read-back", Pace.every(settings.readBackInterval()));
        this.readBack = readBack;
        this.alarms = alarms;
        this.failures = new EnumCounter<>(
                meters, "careline.reconciler.failures", "Looks at the carrier's lists that failed", Failure.values());
    }

    @Override
    protected Next work() {
        if (!(readBack.look() instanceof Failed failed)) {
            inARow = 0;
            return Next.IDLE;
        }
        failures.count(failed.why());
        inARow++;
        LOG.debug("The carrier's lists were not read back: {}", failed.why());
        if (inARow >= PATIENCE) {
            alarms.raise(Kind.CARRIER_UNREADABLE, failed.why().name());
        }
        return Next.IDLE;
    }
}
