package org.careline.assignment;

import java.time.Duration;
import java.util.List;
import org.careline.store.Rounds;

/** Looks every few seconds for leads without an owner, for work of those who have gone, and for charges to be settled. */
final class AssignmentSweep extends Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<Runnable> rounds;

    AssignmentSweep(WorkloadSettling settling, WaitingLeads waiting) {
        super("assignment", PAUSE);
        this.rounds = List.of(
                settling::settle,
                waiting::watchOverDanger,
                waiting::takeBackFromTheAbsent,
                waiting::takeBackFromTheDeparted,
                waiting::release);
    }

    @Override
    protected void work() {
        rounds.forEach(Runnable::run);
    }
}
