package org.careline.telephony;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careline.staff.Alarms;
import org.careline.staff.Alarms.Kind;
import org.careline.staff.CoordinatorId;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Coordinators whose phones the network did not reach, until people are told. That is done in the background: a caller waits
 * for the next ring meanwhile.
 */
final class UnreachablePhones implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UnreachablePhones.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Set<CoordinatorId> untold = ConcurrentHashMap.newKeySet();
    private final Alarms alarms;
    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    UnreachablePhones(Alarms alarms) {
        this.alarms = alarms;
        clockwork.setThreadNamePrefix("phones-");
        clockwork.setDaemon(true);
    }

    void add(CoordinatorId coordinator) {
        untold.add(coordinator);
    }

    /** Raises an alarm for each; what the store could not take is told the next time. */
    void tell() {
        try {
            untold.removeIf(coordinator -> {
                alarms.raise(Kind.PHONE_UNREACHABLE, coordinator.value());
                return true;
            });
        } catch (StoreUnavailable away) {
            LOG.debug("Unreachable phones are told of when the store is back");
        }
    }

    @Override
    public void start() {
        clockwork.initialize();
        running = true;
        var unused = clockwork.scheduleWithFixedDelay(this::tell, PAUSE);
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
