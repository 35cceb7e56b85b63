package org.careline.node;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again from the application's start to its stop, on a thread that it shares with the others.
 * While something outside is away a round is left out; any other failure ends its round, is logged, and the next round comes.
 * Never two rounds of one job at once.
 */
public abstract class BackgroundJob {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJob.class);

    private final String name;
    private final Pace pace;
    private volatile Optional<Runnable> waker = Optional.empty();

    /** @param name of the thread while a round is done */
    protected BackgroundJob(String name, Pace pace) {
        this.name = name;
        this.pace = pace;
    }

    /** One round; may fail with {@link Unavailable}. */
    protected abstract Next work();

    /** Done once at the start, before the first round of any job; what it throws stops the start. */
    protected void begin() {}

    /** Done once at the stop, after the last round. */
    protected void end() {}

    /** Whether a round waits for answers from outside this process. Those that do not never wait behind those that do. */
    protected boolean asksOutside() {
        return true;
    }

    /** Does one round, if what it needs is there. */
    public final Next round() {
        try {
            return work();
        } catch (Unavailable away) {
            LOG.debug("The job {} goes on when what it asks is back", name);
            return Next.AWAY;
        }
    }

    /** Something happened that this job waits for: the next round comes now, or as soon as its pace allows. */
    public final void nudge() {
        waker.ifPresent(Runnable::run);
    }

    final void wakenBy(Runnable whoever) {
        waker = Optional.of(whoever);
    }

    final void asleep() {
        waker = Optional.empty();
    }

    final String name() {
        return name;
    }

    final Pace pace() {
        return pace;
    }
}
