package org.careline.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.careline.lead.LeadListener;
import org.careline.lead.WrittenLead;
import org.careline.node.BackgroundJob;
import org.careline.node.Next;
import org.careline.node.Pace;
import org.careline.routing.PhoneActivity;
import org.careline.staff.CoordinatorId;

/**
 * Keeps up with whose turn it is and who is on the phone. Neither changes without a lead's being written, here or elsewhere,
 * but for a shift that begins or ends.
 */
final class TurnsLook extends BackgroundJob implements LeadListener {

    private static final Pace PACE = Pace.between(Duration.ofSeconds(2), Duration.ofMinutes(2));

    private final CallSnapshot snapshot;
    private final Supplier<List<CoordinatorId>> turns;
    private final Supplier<PhoneActivity> activity;

    /**
     * @param turns asks the store whose turn it is
     * @param activity asks the store who is on the phone
     */
    TurnsLook(CallSnapshot snapshot, Supplier<List<CoordinatorId>> turns, Supplier<PhoneActivity> activity) {
        super("turns", PACE);
        this.snapshot = snapshot;
        this.turns = turns;
        this.activity = activity;
    }

    @Override
    public void written(List<WrittenLead> fresh) {
        nudge();
    }

    @Override
    protected Next work() {
        boolean rung = snapshot.take(turns.get());
        boolean talking = snapshot.take(activity.get());
        return Next.after(rung || talking);
    }
}
