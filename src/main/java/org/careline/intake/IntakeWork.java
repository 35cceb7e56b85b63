package org.careline.intake;

import java.time.Duration;
import org.careline.inbox.InquiriesWaiting;
import org.careline.inbox.StoredInquiry;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes what waits into the flow, batch after batch until nothing does. */
@Component
final class IntakeWork extends BackgroundJob {

    /**
     * What was written at this node is told of. What another one wrote that is gone since has to be decided within fifteen
     * seconds, ten of which its lease may take.
     */
    private static final Duration IDLE = Duration.ofMillis(4_500);

    private final WaitingInquiries waiting;
    private final IntakeDoor flow;

    IntakeWork(WaitingInquiries waiting, @Lazy IntakeDoor flow, IntakeSettings settings) {
        super("intake", pace(settings.pollInterval()));
        this.waiting = waiting;
        this.flow = flow;
    }

    private static Pace pace(Duration quick) {
        return Pace.between(quick, quick.compareTo(IDLE) > 0 ? quick : IDLE);
    }

    @EventListener
    void written(InquiriesWaiting news) {
        nudge();
    }

    @Override
    protected Next work() {
        for (Batch<StoredInquiry> batch = waiting.next(); batch != null; batch = waiting.next()) {
            flow.take(batch);
        }
        return Next.after(!waiting.nothingWaits());
    }
}
