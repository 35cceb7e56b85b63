package org.careline.intake;

import java.util.ArrayList;
import java.util.List;
import org.careline.assignment.Given;
import org.careline.assignment.Need;
import org.careline.assignment.Pool;
import org.careline.assignment.Pool.Decided;
import org.careline.lead.Lead;

/**
 * Gives the open leads of a batch that nobody owns to coordinators, one after the other, so that each decision knows of the
 * ones before. Pure.
 */
final class OwnerAssignment {

    List<Decision> assignAll(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return decisions;
        }
        Pool pool = decisions.get(0).sighting().pool();
        List<Decision> assigned = new ArrayList<>();
        for (Decision decision : decisions) {
            List<Lead> leads = new ArrayList<>();
            List<Given> given = new ArrayList<>();
            for (Lead lead : decision.leads()) {
                if (lead.open() && lead.owner() == null) {
                    Decided decided = pool.decide(Need.of(lead));
                    pool = decided.after();
                    leads.add(lead.decided(decided.assignment()));
                    if (decided.given() != null) {
                        given.add(decided.given());
                    }
                } else {
                    leads.add(lead);
                }
            }
            assigned.add(decision.assigned(leads, given));
        }
        return assigned;
    }
}
