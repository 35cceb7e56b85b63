package org.careline.store;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Work on the store that is done again and again, on a thread of its own from the application's start to its stop. While the
 * store is away a round is left out. Any other failure ends its round, is logged, and the next round comes.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final ThreadPoolTaskScheduler clockwork = new ThreadPoolTaskScheduler();
    private final String name;
    private final Duration pause;
    private volatile boolean running;

    /**
     * @param name of the thread
     * @param pause between the end of a round and the next one
     */
    protected Rounds(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
        clockwork.setThreadNamePrefix(name + "-");
        clockwork.setDaemon(true);
    }

    /** One round; may fail with {@link StoreUnavailable}. */
    protected abstract void work();

    /** Does one round, if the store is there. */
    public final void round() {
        try {
            work();
        } catch (StoreUnavailable away) {
            LOG.debug("The round {} goes on when the store is back", name);
        }
    }

    @Override
    public void start() {
        clockwork.initialize();
        running = true;
        var unused = clockwork.scheduleWithFixedDelay(this::round, pause);
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
