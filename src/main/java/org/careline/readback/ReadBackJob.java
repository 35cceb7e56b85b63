package org.careline.readback;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.careline.node.EnumCounter;
import org.careline.readback.ReadBackResult.Failed;
import org.careline.readback.ReadBackResult.Failure;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Looks at the carrier's lists again and again, and tells people when that has failed for a while. Every hour it compares the
 * numbers too.
 */
@Component
final class ReadBackJob implements SmartLifecycle {

    /** Failures in a row before people are told, and after that each time. */
    static final int PATIENCE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ReadBackJob.class);

    private static final Duration HOUR = Duration.ofHours(1);

    private final ReadBack readBack;
    private final DriftGuard drift;
    private final Duration pause;
    private final Alarms alarms;
    private final EnumCounter<Failure> failures;
    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private int inARow;
    private volatile boolean running;

    ReadBackJob(ReadBack readBack, DriftGuard drift, ReadBackSettings settings, Alarms alarms, MeterRegistry meters) {
        this.readBack = readBack;
        this.drift = drift;
        this.pause = settings.readBackInterval();
        this.alarms = alarms;
        this.failures = new EnumCounter<>(
                meters, "careline.reconciler.failures", "Looks at the carrier's lists that failed", Failure.values());
        clockwork.setPoolSize(2);
        clockwork.setThreadNamePrefix("read-back-");
        clockwork.setDaemon(true);
    }

    /** One look. */
    void look() {
        if (!(readBack.look() instanceof Failed failed)) {
            inARow = 0;
            return;
        }
        failures.count(failed.why());
        inARow++;
        LOG.debug("The carrier's lists were not read back: {}", failed.why());
        if (inARow >= PATIENCE) {
            alarms.raise(Kind.CARRIER_UNREADABLE, failed.why().name());
        }
    }

    @Override
    public void start() {
        clockwork.initialize();
        running = true;
        every(pause, this::look);
        every(HOUR, this::compare);
    }

    private void every(Duration interval, Runnable work) {
        var unused = clockwork.scheduleWithFixedDelay(work, interval);
    }

    private void compare() {
        DriftReport report = drift.look();
        report.drifts().forEach(one -> LOG.warn("{}", one.sentence()));
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
