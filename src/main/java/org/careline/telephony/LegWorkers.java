package org.careline.telephony;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Who does what can take a while, so that nobody waits for it. */
interface LegWorkers {

    void now(Runnable work);

    void later(Runnable work, Duration pause);

    /** A few threads. */
    @Component
    final class Threads implements LegWorkers, DisposableBean {

        /** How many phones can be asked for at a time; each asks for as long as the carrier takes to answer. */
        private static final int WORKERS = 4;

        private final ScheduledThreadPoolExecutor threads;

        Threads() {
            CustomizableThreadFactory factory = new CustomizableThreadFactory("legs-");
            factory.setDaemon(true);
            this.threads = new ScheduledThreadPoolExecutor(WORKERS, factory);
        }

        @Override
        public void now(Runnable work) {
            threads.execute(work);
        }

        @Override
        public void later(Runnable work, Duration pause) {
            var unused = threads.schedule(work, pause.toMillis() + 1, TimeUnit.MILLISECONDS);
        }

        @Override
        public void destroy() {
            threads.shutdownNow();
        }
    }
}
