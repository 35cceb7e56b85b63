package org.careline.assignment;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.careline.lead.LeadListener;
import org.careline.lead.WrittenLead;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.staff.PresenceSaid;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks for leads without an owner, for work of those who have gone, and for charges to be settled: every few seconds while
 * there are any, and when a lead is written or somebody says that they come or go.
 */
@Component
final class AssignmentSweep extends BackgroundJob implements LeadListener {

    private static final Pace PACE = Pace.between(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private final List<Supplier<Next>> rounds;

    AssignmentSweep(WorkloadSettling settling, WaitingLeads waiting) {
        super("assignment", PACE);
        this.rounds = List.of(
                settling::settle,
                waiting::watchOverDanger,
                waiting::takeBackFromTheAbsent,
                waiting::takeBackFromTheDeparted,
                waiting::release);
    }

    @Override
    public void written(List<WrittenLead> fresh) {
        nudge();
    }

    /** Whoever comes may be given what waits; what is due of whoever goes is taken back after a while. */
    @EventListener
    void said(PresenceSaid news) {
        nudge();
    }

    @Override
    protected Next work() {
        return rounds.stream().map(Supplier::get).reduce(Next.IDLE, Next::sooner);
    }
}
