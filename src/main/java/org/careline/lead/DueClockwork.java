package org.careline.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.careline.store.GuardedStore;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Moves leads up in the queue when a promised time comes near. Any number of nodes may do it at once, for every write is
 * guarded.
 */
final class DueClockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueClockwork.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 200;

    private final LeadRounds rounds;
    private final GuardedStore<LeadId, Lead> leads;
    private final Clock clock;
    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    DueClockwork(LeadRounds rounds, GuardedStore<LeadId, Lead> leads, Clock clock) {
        this.rounds = rounds;
        this.leads = leads;
        this.clock = clock;
        clockwork.setThreadNamePrefix("due-");
        clockwork.setDaemon(true);
    }

    /** Marks everything that ripened until now. */
    void strike() {
        try {
            Instant now = clock.instant();
            List<Lead> waking = rounds.waking(now, PAGE);
            while (!waking.isEmpty()) {
                leads.write(waking.stream().map(lead -> lead.ripened(now)).toList());
                waking = waking.size() < PAGE ? List.of() : rounds.waking(now, PAGE);
            }
        } catch (StoreUnavailable away) {
            LOG.debug("Promised times are looked at when the store is back");
        }
    }

    @Override
    public void start() {
        clockwork.initialize();
        running = true;
        var unused = clockwork.scheduleWithFixedDelay(this::strike, PAUSE);
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
