package org.careline.intake;

import java.util.List;
import java.util.function.Predicate;
import org.careline.assignment.Charges;
import org.careline.assignment.Given;

/** Notes charges whose leads were written: nobody need find out what became of them. */
record ConfirmStep(Charges charges) implements WriteStep<Given> {

    @Override
    public WriteKind<Given> kind() {
        return WriteKind.CONFIRMED;
    }

    @Override
    public Predicate<Given> write(List<Given> values) {
        charges.confirm(values);
        return noted -> true;
    }
}
