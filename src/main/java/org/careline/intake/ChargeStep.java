package org.careline.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.careline.assignment.Charges;
import org.careline.staff.CoordinatorId;

/** Takes room in the coordinators' workloads. */
record ChargeStep(Charges charges) implements WriteStep<Charge> {

    @Override
    public WriteKind<Charge> kind() {
        return WriteKind.CHARGES;
    }

    /** All were decided by one rotation, that of their batch. */
    @Override
    public Predicate<Charge> write(List<Charge> values) {
        Set<CoordinatorId> charged = charges.charge(
                values.get(0).rotation(), values.stream().map(Charge::given).toList());
        return charge -> charged.contains(charge.given().to());
    }
}
