package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.careline.routing.RingPlanner;
import org.careline.routing.SpokenTimes;
import org.careline.routing.Team;
import org.careline.settings.ClinicFileFaulty;
import org.junit.jupiter.api.Test;

class LongestCallTests {

    private static final SpokenTimes SPOKEN =
            new SpokenTimes(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(360));

    @Test
    void aPlanWithinTheLongestCallIsTaken() {
        RingPlanner planner = planner(45, 8);

        assertThat(TelephonyConfiguration.bounded(planner)).isSameAs(planner);
        assertThat(planner.longest()).isEqualTo(Duration.ofSeconds(894));
    }

    @Test
    void aPlanThatOutlastsItIsAFaultOfTheFile() {
        ClinicFileFaulty faulty =
                catchThrowableOfType(ClinicFileFaulty.class, () -> TelephonyConfiguration.bounded(planner(60, 8)));

        assertThat(faulty.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("call-plan.yaml");
            assertThat(fault.key()).contains("ring-seconds");
            assertThat(fault.found()).isEqualTo("a call that nobody takes lasts up to 1014 seconds");
            assertThat(fault.expected()).startsWith("at most 900");
        });
    }

    private static RingPlanner planner(int ringSeconds, int most) {
        return Team.planner(Team.plan(ringSeconds, most), Switchboard.ALWAYS, List.of(), SPOKEN);
    }
}
