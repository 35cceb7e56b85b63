package org.careline.inbox;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The inbox at work: opens the journal before anybody can be answered, and drains it as soon as something is in it. */
@Component
final class InboxWork extends BackgroundJob {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWork.class);

    /** What is appended asks for a round by itself, so that an empty journal need not be looked into. */
    private static final Pace PACE =
            Pace.between(Duration.ofMillis(500), Duration.ofSeconds(5)).atOnce();

    private final FilePendingJournal journal;
    private final BudgetedInsert prompt;
    private final JournalDrain drain;
    private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();

    InboxWork(FilePendingJournal journal, BudgetedInsert prompt, JournalDrain drain) {
        super("drain", PACE);
        this.journal = journal;
        this.prompt = prompt;
        this.drain = drain;
    }

    @Override
    protected void begin() {
        journal.open();
        prompt.start();
    }

    /** Does this beside those who are answered. */
    void soon(Runnable work) {
        errands.add(work);
        nudge();
    }

    @Override
    protected Next work() {
        for (Runnable errand = errands.poll(); errand != null; errand = errands.poll()) {
            errand.run();
        }
        while (!Thread.currentThread().isInterrupted() && drain.drain() > 0) {
            LOG.debug("Drained a part of the journal");
        }
        return Next.after(journal.size() > 0);
    }

    /** Nobody is answered any more: what came last is carried over, if the store is there. */
    @Override
    protected void end() {
        prompt.stop();
        round();
        journal.close();
    }
}
