package org.careline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.careline.console.RehearsedHours.Hour;
import org.careline.settings.ClinicFiles;
import org.careline.snapshot.CallTime;
import org.careline.staff.ClinicCoordinators;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;

class RehearsedHoursTests {

    private final MovableClock clock = new MovableClock();
    private final CallTime time = new CallTime(clock, true);
    private final RehearsedHours nineToFive = of(ClinicFiles.in(List.of(Path.of("config", "rehearsals", "clinic"))));

    private RehearsedHours of(ClinicFiles files) {
        ClinicHours hours = files.read("hours", ClinicHours.class);
        Roster roster = Roster.of(files.read("coordinators", ClinicCoordinators.class), hours.zone());
        return new RehearsedHours(time, OpeningHours.of(hours), roster, clock);
    }

    @Test
    void thoseThatComeAreOffered() {
        assertThat(nineToFive.coming()).containsExactly(Hour.NOW, Hour.OPEN, Hour.CLOSED, Hour.HOLIDAY);
        assertThat(of(ClinicFiles.shipped()).coming()).containsExactly(Hour.NOW, Hour.OPEN);
    }

    @Test
    void theNextHourOfAKindCounts() {
        assertThat(nineToFive.choose(Hour.CLOSED)).isTrue();
        assertThat(nineToFive.pretended()).isEqualTo("Monday, 23 November 2026, 17:00");

        assertThat(nineToFive.choose(Hour.HOLIDAY)).isTrue();
        assertThat(nineToFive.pretended()).isEqualTo("Thursday, 26 November 2026, 00:00");

        assertThat(nineToFive.choose(Hour.NOW)).isTrue();
        assertThat(nineToFive.pretended()).isEmpty();
    }

    @Test
    void anHourThatIsOfTheKindIsTheRealOne() {
        assertThat(nineToFive.choose(Hour.OPEN)).isTrue();

        assertThat(nineToFive.pretended()).isEmpty();
    }

    @Test
    void whatNeverComesChangesNothing() {
        nineToFive.choose(Hour.CLOSED);

        assertThat(nineToFive.choose(Hour.NOBODY)).isFalse();
        assertThat(nineToFive.chosen()).isEqualTo(Hour.CLOSED);

        assertThat(nineToFive.pretended()).isEqualTo("Monday, 23 November 2026, 17:00");
    }
}
