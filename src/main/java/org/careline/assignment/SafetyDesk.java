package org.careline.assignment;

import org.careline.lead.LeadId;
import org.careline.staff.Actor;
import org.careline.staff.CoordinatorId;
import org.careline.staff.WakingDesk;
import org.springframework.stereotype.Component;

/** Whoever was woken for somebody in danger takes them, and owns their lead from then on. */
@Component
final class SafetyDesk implements WakingDesk {

    private final AssignmentDesk desk;

    SafetyDesk(AssignmentDesk desk) {
        this.desk = desk;
    }

    @Override
    public Taken take(String about, CoordinatorId by) {
        return LeadId.isOne(about) && desk.takeFromDanger(new LeadId(about), new Actor.Person(by))
                ? Taken.THEIRS
                : Taken.NOT_NEEDED;
    }
}
