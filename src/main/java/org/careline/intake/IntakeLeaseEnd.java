package org.careline.intake;

import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives the intake lease back when this node stops, so that another one need not wait for it. */
@Component
final class IntakeLeaseEnd implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLeaseEnd.class);

    /** Ends after the flow, which begins after it. */
    private static final int EARLY = -900;

    private final IntakeLease lease;
    private volatile boolean running;

    IntakeLeaseEnd(IntakeLease lease) {
        this.lease = lease;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            lease.giveBack();
        } catch (StoreUnavailable away) {
            LOG.info("The intake lease could not be given back; another node takes it in {}", IntakeLease.GONE);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}
