package org.careline.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.careline.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** The inbox at work: opens the journal before anybody can be answered, and drains it as soon as something is in it. */
@Component
final class InboxWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWork.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Before the flow and before the web server. */
    private static final int EARLY = -1_000;

    private final FilePendingJournal journal;
    private final BudgetedInsert prompt;
    private final JournalDrain drain;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ThreadPoolTaskScheduler worker = new ThreadPoolTaskScheduler();
    private volatile boolean running;

    InboxWork(FilePendingJournal journal, BudgetedInsert prompt, JournalDrain drain) {
        this.journal = journal;
        this.prompt = prompt;
        this.drain = drain;
        worker.setThreadNamePrefix("drain-");
        worker.setDaemon(true);
    }

    @Override
    public void start() {
        journal.open();
        prompt.start();
        worker.initialize();
        running = true;
        var unused = worker.scheduleWithFixedDelay(this::drainAll, LOOK);
    }

    /** Asks for the journal to be drained now; many who ask at once are one request. */
    void drainSoon() {
        if (running && asked.compareAndSet(false, true)) {
            worker.execute(this::drainAll);
        }
    }

    /** Does this beside those who are answered; not at all while nothing works. */
    void soon(Runnable work) {
        if (running) {
            worker.execute(work);
        }
    }

    private void drainAll() {
        asked.set(false);
        try {
            while (running && drain.drain() > 0) {
                LOG.debug("Drained a part of the journal");
            }
        } catch (StoreUnavailable away) {
            LOG.debug("The journal waits for the store: {} entries", journal.size());
        }
    }

    @Override
    public void stop() {
        running = false;
        prompt.stop();
        worker.shutdown();
        journal.close();
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
