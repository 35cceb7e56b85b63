package org.careline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.careline.settings.ClinicFiles;
import org.careline.settings.Words;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CallPlanTests {

    @Test
    void whatIsNotSaidHasADefault() {
        CallPlan plan = bound(Map.of("closed.en", "Closed.", "closed.es", "Cerrado."));

        assertThat(plan.ringSeconds()).isEqualTo(20);
        assertThat(plan.mostCoordinators()).isEqualTo(3);
        assertThat(plan.keySeconds()).isEqualTo(8);
        assertThat(plan.longestTalk()).isEqualTo(Duration.ofMinutes(60));
        assertThat(plan.closed()).isEqualTo(new Words("Closed.", "Cerrado."));
    }

    @Test
    void everythingCanBeSaid() {
        CallPlan plan = bound(Map.of(
                "ring-seconds", "30",
                "most-coordinators", "8",
                "key-seconds", "5",
                "longest-talk", "2h",
                "closed.en", "c",
                "closed.es", "cc",
                "holiday.en", "h",
                "holiday.es", "hh",
                "nobody.en", "n",
                "nobody.es", "nn"));

        assertThat(plan)
                .isEqualTo(new CallPlan(
                        30,
                        8,
                        5,
                        Duration.ofHours(2),
                        new Words("c", "cc"),
                        new Words("h", "hh"),
                        new Words("n", "nn")));
    }

    @Test
    void theShippedPlanHasTheDefaults() {
        CallPlan plan = ClinicFiles.shipped().read("call-plan", CallPlan.class);

        assertThat(plan)
                .isEqualTo(
                        new CallPlan(20, 3, 8, Duration.ofMinutes(60), plan.closed(), plan.holiday(), plan.nobody()));
        assertThat(plan.nobody().en()).isEqualTo("Nobody can take your call at this moment.");
    }

    @Test
    void aHolidayIsCalledByItsName() {
        CallPlan plan = ClinicFiles.shipped().read("call-plan", CallPlan.class);

        assertThat(plan.holiday("Thanksgiving").en()).isEqualTo("The clinic is closed for Thanksgiving.");
        assertThat(plan.holiday("Thanksgiving").es()).doesNotContain("{");
    }

    private static CallPlan bound(Map<String, String> file) {
        return new Binder(new MapConfigurationPropertySource(file)).bindOrCreate("", CallPlan.class);
    }
}
