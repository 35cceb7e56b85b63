package org.careline.intake;

import java.util.List;
import java.util.function.Predicate;
import org.careline.assignment.Charges;
import org.careline.assignment.Grant;

/** Notes charges whose leads were written: nobody need find out what became of them. */
record ConfirmStep(Charges charges) implements WriteStep<Grant> {

    @Override
    public WriteKind<Grant> kind() {
        return WriteKind.CONFIRMED;
    }

    @Override
    public Predicate<Grant> write(List<Grant> values) {
        charges.confirm(values);
        return noted -> true;
    }
}
