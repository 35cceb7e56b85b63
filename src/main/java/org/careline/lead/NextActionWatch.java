package org.careline.lead;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Looks twice a minute for open leads that nobody owes anything. There must be none: the gauge
 * {@code careline_next_action_violations} stands at 0, and anything else is a fault of ours, said loudly.
 */
final class NextActionWatch implements SmartLifecycle, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(NextActionWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final LeadBook leads;
    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private volatile long violations;
    private volatile boolean running;

    NextActionWatch(LeadBook leads) {
        this.leads = leads;
        clockwork.setThreadNamePrefix("next-action-");
        clockwork.setDaemon(true);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("careline.next.action.violations", this, watch -> watch.violations)
                .register(meters);
    }

    void look() {
        try {
            violations = leads.withoutNextAction();
            if (violations > 0) {
                LOG.error("{} open leads have no next action", violations);
            }
        } catch (StoreUnavailable away) {
            LOG.debug("Next actions are looked at when the store is back");
        }
    }

    @Override
    public void start() {
        clockwork.initialize();
        running = true;
        var unused = clockwork.scheduleWithFixedDelay(this::look, PAUSE);
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
