package org.careline.assignment;

import java.time.Duration;
import java.util.List;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks every few seconds for leads without an owner, for work of those who have gone, and for charges to be settled. */
final class AssignmentSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<Runnable> rounds;
    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    AssignmentSweep(WorkloadSettling settling, WaitingLeads waiting) {
        this.rounds = List.of(settling::settle, waiting::takeBackFromTheAbsent, waiting::release);
        clockwork.setThreadNamePrefix("assignment-");
        clockwork.setDaemon(true);
    }

    void sweep() {
        try {
            rounds.forEach(Runnable::run);
        } catch (StoreUnavailable away) {
            LOG.debug("Assignment goes on when the store is back");
        }
    }

    @Override
    public void start() {
        clockwork.initialize();
        running = true;
        var unused = clockwork.scheduleWithFixedDelay(this::sweep, PAUSE);
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
