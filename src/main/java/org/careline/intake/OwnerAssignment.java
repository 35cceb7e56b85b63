package org.careline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careline.assignment.AssignmentRequest;
import org.careline.assignment.Grant;
import org.careline.assignment.Rotation;
import org.careline.assignment.Rotation.Decided;
import org.careline.lead.Lead;
import org.springframework.stereotype.Component;

/**
 * Gives the open leads of a batch that nobody owns to coordinators, those of whoever called to the one who took the call, and
 * those of people in danger to somebody who is there now; one after the other, so that each decision knows of the ones before. Pure.
 */
@Component
final class OwnerAssignment {

    List<Decision> assignAll(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return decisions;
        }
        Rotation before = decisions.get(0).seen().rotation();
        Rotation rotation = before;
        List<Decision> assigned = new ArrayList<>();
        for (Decision decision : decisions) {
            List<Lead> leads = new ArrayList<>();
            List<Grant> given = new ArrayList<>();
            for (Lead lead : decision.all(WriteKind.LEADS)) {
                Optional<Decided> decided = decided(rotation, decision, lead);
                rotation = decided.map(Decided::after).orElse(rotation);
                leads.add(decided.map(Decided::assignment).map(lead::decided).orElse(lead));
                decided.flatMap(Decided::grant).ifPresent(given::add);
            }
            assigned.add(decision.replacing(WriteKind.LEADS, leads)
                    .with(
                            WriteKind.CHARGES,
                            given.stream().map(one -> new Charge(before, one)).toList())
                    .with(WriteKind.CONFIRMED, given));
        }
        return assigned;
    }

    /** Empty if the lead stays with whom it is. */
    private static Optional<Decided> decided(Rotation rotation, Decision decision, Lead lead) {
        if (!lead.open()) {
            return Optional.empty();
        }
        Optional<Decided> answered = answered(rotation, decision, lead);
        return answered.isPresent() ? answered : rotation.decideIfNeeded(lead);
    }

    private static Optional<Decided> answered(Rotation rotation, Decision decision, Lead lead) {
        return decision.seen()
                .takes(lead)
                .filter(by -> decision.lead().equals(Optional.of(lead.id())))
                .flatMap(by -> rotation.answered(AssignmentRequest.of(lead), by));
    }
}
