package org.careline.node;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;

/** The turns of one job: when it comes next, and never twice at once. */
final class JobTurns {

    /** Who finds no room outside comes back after this. */
    private static final Duration NO_ROOM = Duration.ofMillis(100);

    private final BackgroundJob job;
    private final TaskScheduler scheduler;
    private final OutsideGate gate;
    private final DoubleSupplier spread;
    private final Runnable back;

    private Duration pause = Duration.ZERO;
    private Instant over = Instant.MIN;
    private boolean running;
    private boolean working;
    private long begun;
    private long ended;
    private boolean again;
    private boolean away;
    private @Nullable ScheduledFuture<?> next;

    /**
     * @param spread by which pauses are multiplied, so that jobs and nodes do not keep step; at most 1
     * @param back told when the job had an answer again after it had none
     */
    JobTurns(BackgroundJob job, TaskScheduler scheduler, OutsideGate gate, DoubleSupplier spread, Runnable back) {
        this.job = job;
        this.scheduler = scheduler;
        this.gate = gate;
        this.spread = spread;
        this.back = back;
    }

    synchronized void start() {
        running = true;
        job.wakenBy(this::soon);
        in(Duration.ZERO);
    }

    /** No turn begins any more; one that is being done is interrupted. */
    synchronized void stop() {
        running = false;
        job.asleep();
        if (next != null) {
            next.cancel(true);
        }
    }

    /** @param longest to wait until the last turn is over */
    synchronized void awaitEnd(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        while (working && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }

    /**
     * Does a turn that begins now, or after the one that is being done, whatever the pace; waits until it is over.
     *
     * @return whether it was over in time
     */
    synchronized boolean complete(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        long wanted = begun + 1;
        while (running && ended < wanted && System.nanoTime() < until) {
            if (!working && begun < wanted) {
                in(Duration.ZERO);
            }
            wait(Math.max(1, Math.min(NO_ROOM.toMillis(), (until - System.nanoTime()) / 1_000_000)));
        }
        return ended >= wanted;
    }

    /** The next turn comes now, or as soon as the pace allows. */
    synchronized void soon() {
        boolean asked = again;
        again = true;
        if (running && !working && !asked) {
            Duration since = over.equals(Instant.MIN) ? job.pace().least() : Duration.between(over, now());
            Duration rest = job.pace().least().minus(since);
            in(rest.isNegative() ? Duration.ZERO : rest);
        }
    }

    /** The same for a job that had no answer. */
    synchronized void tryAgain() {
        if (away && running && !working) {
            in(Duration.ZERO);
        }
    }

    private void in(Duration after) {
        if (next != null) {
            next.cancel(false);
        }
        next = scheduler.schedule(this::turn, now().plus(after));
    }

    private void turn() {
        if (!mayWork()) {
            return;
        }
        Thread thread = Thread.currentThread();
        String before = thread.getName();
        thread.setName(before + " " + job.name());
        Next said = Next.IDLE;
        try {
            said = job.round();
        } finally {
            thread.setName(before);
            done(said);
        }
    }

    private synchronized boolean mayWork() {
        if (!running || working) {
            return false;
        }
        if (job.asksOutside() && !gate.enter()) {
            in(NO_ROOM);
            return false;
        }
        working = true;
        begun++;
        again = false;
        return true;
    }

    /** A failure of ours counts as a round that found nothing, so that it is not repeated at full speed. */
    private void done(Next said) {
        boolean answered = said.kind() != Next.Kind.AWAY;
        if (job.asksOutside()) {
            gate.leave(answered);
        }
        if (rested(said, answered)) {
            back.run();
        }
    }

    private synchronized boolean rested(Next said, boolean answered) {
        boolean cameBack = away && answered;
        away = !answered;
        working = false;
        ended++;
        over = now();
        pause = job.pace().after(said, pause);
        if (running) {
            in(again ? Pace.shorter(job.pace().least(), spread()) : spread());
        }
        notifyAll();
        return cameBack;
    }

    private Duration spread() {
        return Duration.ofNanos((long) (pause.toNanos() * spread.getAsDouble()));
    }

    private Instant now() {
        return scheduler.getClock().instant();
    }
}
