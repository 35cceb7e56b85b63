package org.careline.intake.simulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Lets exactly one of several threads run. Whoever hands the baton on waits until it comes back. */
final class Baton {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "actor");
        thread.setDaemon(true);
        return thread;
    });

    private volatile @Nullable Thread holder;

    /** Gives the baton to a thread that waits for it. */
    void handTo(Thread next) {
        Thread me = Thread.currentThread();
        leaveTo(next);
        await(me);
    }

    /** Begins new work with the baton in its hand. */
    void handToNew(Runnable work) {
        Thread me = Thread.currentThread();
        holder = null;
        THREADS.execute(work);
        await(me);
    }

    /** Gives the baton away for good. */
    void leaveTo(Thread next) {
        holder = next;
        LockSupport.unpark(next);
    }

    private void await(Thread me) {
        while (holder != me) {
            LockSupport.park(this);
        }
    }
}
