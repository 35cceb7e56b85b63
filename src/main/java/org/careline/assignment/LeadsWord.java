package org.careline.assignment;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careline.lead.Assignment;
import org.careline.lead.Lead;
import org.careline.lead.LeadId;
import org.careline.lead.Ownership;

/**
 * What the leads say of charges that are not settled.
 *
 * @param leads as they are stored
 * @param late a lead that was decided before and is not there will not come any more
 */
record LeadsWord(Map<LeadId, Lead> leads, Instant late) {

    /** The workload as the leads have it. */
    Workload about(Workload load) {
        Workload compared = load;
        for (Charge charge : load.charges()) {
            if (charge.unsure()) {
                compared = compared(compared, charge, Optional.ofNullable(leads.get(charge.lead())));
            }
        }
        return compared;
    }

    private Workload compared(Workload load, Charge charge, Optional<Lead> lead) {
        Optional<Assignment> said = lead.flatMap(known -> known.ownership().decision(charge.term()));
        if (said.isPresent()) {
            boolean theirs = said.get().counts() && Objects.equals(said.get().owner(), load.id());
            return theirs ? load.settled(charge) : load.takenBack(charge);
        }
        Optional<Ownership> whose = lead.map(Lead::ownership);
        if (whose.filter(known -> known.forgot(charge.term())).isPresent()) {
            return charge.counts() ? load.settled(charge) : load;
        }
        if (whose.filter(known -> charge.term() < known.nextTerm()).isPresent()) {
            return load.takenBack(charge);
        }
        return charge.at().isBefore(late) ? load.takenBack(charge) : load;
    }
}
