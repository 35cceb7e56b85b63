package org.careline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.routing.CallPlan;
import org.careline.routing.RingPlanner;
import org.careline.routing.SpokenTimes;
import org.careline.routing.Team;
import org.careline.settings.ClinicFileFaulty;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.speech.Clinic;
import org.junit.jupiter.api.Test;

@Holds({Promise.P4, Promise.P11})
class LongestCallTests {

    private static final SpokenTimes SPOKEN =
            new SpokenTimes(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(660));

    @Test
    void aPlanWithinTheLongestCallIsTaken() {
        RingPlanner planner = planner(45, 8);

        assertThat(CallConfiguration.bounded(planner, Duration.ofMinutes(5))).isSameAs(planner);
        assertThat(planner.longest()).isEqualTo(Duration.ofSeconds(1_194));
    }

    @Test
    void aPlanThatOutlastsItIsAFaultOfTheFile() {
        ClinicFileFaulty faulty = catchThrowableOfType(
                ClinicFileFaulty.class, () -> CallConfiguration.bounded(planner(60, 8), Duration.ofMinutes(5)));

        assertThat(faulty.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("call-plan.yaml");
            assertThat(fault.key()).contains("ring-seconds");
            assertThat(fault.found()).isEqualTo("a call that nobody takes lasts up to 1614 seconds");
            assertThat(fault.expected()).startsWith("at most 1500");
        });
    }

    @Test
    void theTimeInLineCountsToo() {
        RingPlanner planner = planner(45, 8);

        assertThat(catchThrowableOfType(
                        ClinicFileFaulty.class, () -> CallConfiguration.bounded(planner, Duration.ofMinutes(6))))
                .isNotNull();
    }

    @Test
    void theShippedClinicFits() {
        ClinicFiles shipped = ClinicFiles.shipped();
        ClinicNumbers numbers = shipped.read("numbers", ClinicNumbers.class);
        CallPlan rules = shipped.read("call-plan", CallPlan.class);
        SpokenTimes spoken = Clinic.shipped(numbers, rules).longest(numbers);
        Duration inLine = Clinic.shipped(numbers, rules).longestInLine(rules);
        RingPlanner planner = Team.planner(rules, Switchboard.ALWAYS, List.of(), spoken);

        assertThat(CallConfiguration.bounded(planner, inLine).longest()).isGreaterThan(Duration.ofMinutes(10));
    }

    private static RingPlanner planner(int ringSeconds, int most) {
        return Team.planner(Team.plan(ringSeconds, most), Switchboard.ALWAYS, List.of(), SPOKEN);
    }
}
