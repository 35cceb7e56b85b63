package org.careline.console;

import org.careline.safety.CrisisLines;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.ClinicCoordinators.Coordinator;
import org.careline.staff.Roster;
import org.springframework.stereotype.Component;

/** Names for the numbers that a rehearsed call is about. */
@Component
class NumberNames {

    private final ClinicNumbers numbers;
    private final CrisisLines crisis;
    private final Roster roster;

    NumberNames(ClinicNumbers numbers, CrisisLines crisis, Roster roster) {
        this.numbers = numbers;
        this.crisis = crisis;
        this.roster = roster;
    }

    /** Whose number it is, as far as the clinic's files tell. */
    String of(String number) {
        if (number.equals(crisis.line()) || number.equals(crisis.fallback())) {
            return "The crisis line";
        }
        return roster.coordinators().stream()
                .filter(one -> one.phone().equals(number))
                .findFirst()
                .map(Coordinator::name)
                .or(() -> numbers.dialled(number).map(ClinicNumbers.ClinicNumber::label))
                .orElse("");
    }
}
