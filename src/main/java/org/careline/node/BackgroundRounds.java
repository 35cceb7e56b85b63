package org.careline.node;

/** The rounds of all background jobs, for whoever moves the application's clock: their pauses pass in real time. */
public interface BackgroundRounds {

    /**
     * Has every job do a round that begins now or later, one job after the other, and waits until each is over.
     *
     * @throws IllegalStateException if a round takes more than a minute, if the jobs are not running, or if the thread is
     *     interrupted
     */
    void complete();
}
