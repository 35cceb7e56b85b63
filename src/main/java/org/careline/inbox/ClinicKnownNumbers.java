package org.careline.inbox;

import java.util.Optional;
import org.careline.contact.PhoneNumber;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Roster;
import org.springframework.stereotype.Component;

/** The clinic's numbers and its coordinators' phones, from its data files. */
@Component
record ClinicKnownNumbers(ClinicNumbers numbers, Roster roster) implements KnownNumbers {

    @Override
    public boolean ofTheClinic(String dialled) {
        return numbers.dialled(dialled).isPresent();
    }

    @Override
    public Optional<Reason> ignored(PhoneNumber number) {
        return numbers.ignored(number.e164()).map(ClinicKnownNumbers::reason).or(() -> staff(number));
    }

    private Optional<Reason> staff(PhoneNumber number) {
        return roster.coordinators().stream()
                .filter(coordinator -> coordinator.phone().equals(number.e164()))
                .findFirst()
                .map(coordinator -> Reason.STAFF_NUMBER);
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
