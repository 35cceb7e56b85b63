package org.careline.lead;

import java.util.List;

/**
 * A lead with everything that happened: the touches and the acts of all leads that were merged into it, the earliest first.
 */
public record LeadWithHistory(Lead lead, List<Touch> touches, List<CoordinatorAct> acts) {

    public LeadWithHistory {
        touches = List.copyOf(touches);
        acts = List.copyOf(acts);
    }
}
