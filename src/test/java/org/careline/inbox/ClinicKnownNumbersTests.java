package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.careline.contact.PhoneNumber;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.ClinicCoordinators;
import org.careline.staff.Roster;
import org.junit.jupiter.api.Test;

class ClinicKnownNumbersTests {

    private final ClinicFiles files = ClinicFiles.shipped();
    private final KnownNumbers known = new ClinicKnownNumbers(
            files.read("numbers", ClinicNumbers.class),
            Roster.of(files.read("coordinators", ClinicCoordinators.class), ZoneId.of("America/New_York")));

    @Test
    void whoeverCallsFromACoordinatorsPhoneIsNoLead() {
        assertThat(known.ignored(new PhoneNumber("+13055550112"))).contains(Reason.STAFF_NUMBER);
    }

    @Test
    void theClinicsOwnNumbersAreNoLead() {
        assertThat(known.ofTheClinic("+18445550100")).isTrue();
        assertThat(known.ignored(new PhoneNumber("+18445550100"))).contains(Reason.OWN_NUMBER);
    }

    @Test
    void everybodyElseIsWelcome() {
        assertThat(known.ofTheClinic("+13055550123")).isFalse();
        assertThat(known.ignored(new PhoneNumber("+13055550123"))).isEmpty();
    }
}
