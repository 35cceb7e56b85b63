package org.careline.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/**
 * Does all background jobs of the application on one scheduler. They begin before anybody is answered and end after the last
 * one was, so that what was taken in until then is still carried on.
 */
final class BackgroundJobs implements SmartLifecycle, BackgroundRounds {

    /** After the flows and before the web server, which begins near the default. */
    private static final int BEFORE_THE_DOORS = DEFAULT_PHASE - 4_096;

    /** Of a pause at least so much is kept; the rest is chance. */
    private static final double SPREAD = 0.9;

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);
    private static final Duration LAST_TURNS = Duration.ofSeconds(2);

    private final List<BackgroundJob> jobs;
    private final List<JobTurns> turns;
    private volatile boolean running;

    /** @param outside how many may wait for answers from outside at a time */
    BackgroundJobs(List<BackgroundJob> jobs, TaskScheduler scheduler, int outside) {
        OutsideGate gate = new OutsideGate(outside, scheduler.getClock());
        this.jobs = List.copyOf(jobs);
        this.turns = jobs.stream()
                .map(job -> new JobTurns(job, scheduler, gate, BackgroundJobs::spread, () -> back(gate)))
                .toList();
    }

    private static double spread() {
        return ThreadLocalRandom.current().nextDouble(SPREAD, 1);
    }

    /** What is outside answers again: nobody waits for their turn to find that out. */
    private void back(OutsideGate gate) {
        gate.back();
        turns.forEach(JobTurns::tryAgain);
    }

    @Override
    public void complete() {
        turns.forEach(BackgroundJobs::complete);
    }

    private static void complete(JobTurns one) {
        try {
            if (!one.complete(LONGEST_ROUND)) {
                throw new IllegalStateException("A background job has not done its round within a minute");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void start() {
        jobs.forEach(BackgroundJob::begin);
        running = true;
        turns.forEach(JobTurns::start);
    }

    @Override
    public void stop() {
        running = false;
        turns.forEach(JobTurns::stop);
        try {
            for (JobTurns one : turns) {
                one.awaitEnd(LAST_TURNS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        jobs.forEach(BackgroundJob::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_DOORS;
    }
}
