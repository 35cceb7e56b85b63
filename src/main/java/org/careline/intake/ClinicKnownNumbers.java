package org.careline.intake;

import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.settings.ClinicNumbers;

/** The clinic's numbers from its data file. */
record ClinicKnownNumbers(ClinicNumbers numbers) implements KnownNumbers {

    @Override
    public boolean ofTheClinic(String dialled) {
        return numbers.dialled(dialled).isPresent();
    }

    @Override
    public Optional<Reason> ignored(PhoneNumber number) {
        return numbers.ignored(number.e164()).map(ClinicKnownNumbers::reason);
    }

    private static Reason reason(ClinicNumbers.Kind kind) {
        return switch (kind) {
            case OWN -> Reason.OWN_NUMBER;
            case STAFF -> Reason.STAFF_NUMBER;
            case TRACKING -> Reason.TRACKING_NUMBER;
            case BLOCKED -> Reason.BLOCKED_NUMBER;
        };
    }
}
