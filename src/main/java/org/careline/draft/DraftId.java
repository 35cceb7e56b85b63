package org.careline.draft;

import org.careline.lead.LeadId;
import org.careline.staff.CoordinatorId;

/**
 * Whose draft it is, and with which lead.
 *
 * @param value both ids; neither has a colon
 */
record DraftId(String value) {

    static DraftId of(CoordinatorId who, LeadId lead) {
        return new DraftId(who.value() + ":" + lead.value());
    }

    LeadId lead() {
        return new LeadId(value.substring(value.indexOf(':') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
