package org.careline.lead;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute for open leads that nobody owes anything. There must be none: the gauge
 * {@code careline_next_action_violations} stands at 0, and anything else is a fault of ours, said loudly.
 */
final class NextActionWatch extends BackgroundJob implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(NextActionWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final LeadBook leads;
    private volatile long violations;

    NextActionWatch(LeadBook leads) {
        super("next-action", Pace.every(PAUSE));
        this.leads = leads;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("careline.next.action.violations", this, watch -> watch.violations)
                .register(meters);
    }

    @Override
    protected Next work() {
        violations = leads.withoutNextAction();
        if (violations > 0) {
            LOG.error("{} open leads have no next action", violations);
        }
        return Next.IDLE;
    }
}
