package org.careline.lead;

import java.util.List;

/**
 * A lead with everything that happened: the touches of all leads that were merged into it, the earliest first.
 */
public record LeadFile(Lead lead, List<Touch> touches) {

    public LeadFile {
        touches = List.copyOf(touches);
    }
}
