package org.careline.waiting;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.careline.contact.CallerIdentity;
import org.careline.routing.RingPlan;
import org.careline.routing.RingPlan.Ring;
import org.careline.settings.ClinicNumbers;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.snapshot.RingPlans;
import org.careline.staff.CoordinatorId;
import org.springframework.stereotype.Component;

/** What a caller's plan says now, so that who comes is rung and who goes is not. */
@Component
final class PlannedCandidates implements LineCandidates {

    private final RingPlans plans;
    private final ClinicNumbers numbers;

    PlannedCandidates(RingPlans plans, ClinicNumbers numbers) {
        this.plans = plans;
        this.numbers = numbers;
    }

    @Override
    public Candidates of(WaitingCall call) {
        RingPlan plan = plan(call.party());
        List<CoordinatorId> order = Stream.concat(plan.rings().stream(), plan.later().stream())
                .map(Ring::coordinator)
                .toList();
        return new Candidates(order, plan.rings().stream().map(Ring::after).toList());
    }

    @Override
    public boolean mayHave(WaitingCall call, CoordinatorId coordinator) {
        return plan(call.party()).considered().stream()
                .anyMatch(one ->
                        one.coordinator().equals(coordinator) && one.reason().fits());
    }

    private RingPlan plan(WaitingCaller party) {
        CallerIdentity caller =
                party.phone() == null ? new CallerIdentity.Withheld() : new CallerIdentity.Known(party.phone());
        Set<String> skills =
                numbers.dialled(party.dialled()).map(ClinicNumber::skills).orElse(Set.of());
        return plans.planFor(caller, skills, party.language());
    }
}
