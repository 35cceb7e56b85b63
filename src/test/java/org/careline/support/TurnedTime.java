package org.careline.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.support.PeriodicTrigger;
import org.springframework.scheduling.support.SimpleTriggerContext;

/** A scheduler whose time is turned by hand: what is due meanwhile is done in its order, on the thread that turns. */
public final class TurnedTime implements TaskScheduler {

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private final MovableClock clock = new MovableClock();
    private long number;

    private static final class Task extends CompletableFuture<Object> implements ScheduledFuture<Object> {

        private final Instant at;
        private final long number;
        private final Runnable work;

        Task(Instant at, long number, Runnable work) {
            this.at = at;
            this.number = number;
            this.work = work;
        }

        Instant at() {
            return at;
        }

        long number() {
            return number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException();
        }
    }

    /** Does everything that is due until then. */
    public void turn(Duration by) {
        Instant until = clock.instant().plus(by);
        for (Task task = next(until); task != null; task = next(until)) {
            Duration wait = Duration.between(clock.instant(), task.at);
            clock.advance(wait.isNegative() ? Duration.ZERO : wait);
            if (!task.isCancelled()) {
                task.work.run();
            }
        }
        clock.advance(Duration.between(clock.instant(), until));
    }

    private synchronized @Nullable Task next(Instant until) {
        Task first = tasks.peek();
        return first == null || first.at.isAfter(until) ? null : tasks.poll();
    }

    @Override
    public Clock getClock() {
        return clock;
    }

    @Override
    public synchronized ScheduledFuture<?> schedule(Runnable work, Instant at) {
        Task task = new Task(at, number++, work);
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, Trigger trigger) {
        return again(work, trigger, new SimpleTriggerContext(clock));
    }

    private ScheduledFuture<?> again(Runnable work, Trigger trigger, SimpleTriggerContext times) {
        Instant at = Objects.requireNonNull(trigger.nextExecution(times));
        return schedule(
                () -> {
                    Instant began = clock.instant();
                    work.run();
                    times.update(at, began, clock.instant());
                    var unused = again(work, trigger, times);
                },
                at);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, Instant first, Duration period) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, Duration period) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, Instant first, Duration delay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, Duration delay) {
        return schedule(work, new PeriodicTrigger(delay));
    }
}
