package org.careline.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Everything on the network happens under one lock, given free only while somebody waits or asks over HTTP: so a line is
 * played by plain code, one step after the other, and no two lines disagree on what was first. Whoever waits looks at the
 * clock again and again, whatever moves it.
 */
final class NetworkTime implements AutoCloseable {

    private static final long GLANCE_MILLIS = 20;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition change = lock.newCondition();
    private final Set<Waiter> waiters = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
    private int busy;
    private long version;

    private record Waiter(Instant until, BooleanSupplier enough) {

        boolean ready(Instant now) {
            return !now.isBefore(until) || enough.getAsBoolean();
        }
    }

    NetworkTime(Clock clock) {
        this.clock = clock;
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "rehearsal-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    Instant now() {
        return clock.instant();
    }

    /** Does this beside everything else, under the lock. An interruption ends it. */
    void start(Runnable work) {
        locked(() -> {
            busy++;
            threads.execute(() -> played(work));
            return true;
        });
    }

    private void played(Runnable work) {
        lock.lock();
        try {
            work.run();
        } catch (Interruption over) {
            changed();
        } finally {
            busy--;
            changed();
            lock.unlock();
        }
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Something that takes real time, such as asking: the others go on meanwhile, and time does not. */
    <T> T outside(Supplier<T> slow) {
        lock.unlock();
        try {
            return slow.get();
        } finally {
            lock.lock();
        }
    }

    /** Waits under the lock until this time or until it is enough. */
    void await(Instant until, BooleanSupplier enough) {
        Waiter waiter = new Waiter(until, enough);
        waiters.add(waiter);
        busy--;
        try {
            while (!waiter.ready(now())) {
                boolean unused = change.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Interruption.LineOver();
        } finally {
            waiters.remove(waiter);
            busy++;
        }
    }

    void await(Duration time, BooleanSupplier enough) {
        await(now().plus(time), enough);
    }

    /** Whoever waits looks again. */
    void changed() {
        version++;
        change.signalAll();
    }

    long version() {
        return locked(() -> version);
    }

    /** When something happens next, if nothing can happen before; empty while somebody is at work. */
    Optional<Instant> idleUntil() {
        return locked(() -> {
            Instant now = now();
            return busy > 0 || waiters.stream().anyMatch(waiter -> waiter.ready(now))
                    ? Optional.<Instant>empty()
                    : Optional.of(waiters.stream()
                            .map(Waiter::until)
                            .min(Instant::compareTo)
                            .orElse(Instant.MAX));
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
