package org.careline.routing;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFiles;
import org.careline.settings.LocalizedText;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Holds(Promise.P11)
class CallPlanTests {

    @Test
    void whatIsNotSaidHasADefault() {
        CallPlan plan = bound(Map.ofEntries(
                entry("ring-seconds", "30"),
                entry("most-coordinators", "8"),
                entry("owner-first", "false"),
                entry("order", "longest-idle"),
                entry("ring", "progressive"),
                entry("step-seconds", "7"),
                entry("anybody-if-nobody-fits", "false"),
                entry("wrap-up", "2m"),
                entry("key-seconds", "5"),
                entry("longest-talk", "2h"),
                entry("longest-wait", "0s"),
                entry("keep-place", "1m"),
                entry("call-back-within", "1h"),
                entry("closed.en", "c"),
                entry("closed.es", "cc"),
                entry("holiday.en", "h"),
                entry("holiday.es", "hh"),
                entry("nobody.en", "n"),
                entry("nobody.es", "nn")));

        assertThat(plan)
                .isEqualTo(new CallPlan(
                        30,
                        8,
                        false,
                        RingOrder.LONGEST_IDLE,
                        RingStrategy.PROGRESSIVE,
                        7,
                        false,
                        Duration.ofMinutes(2),
                        5,
                        Duration.ofHours(2),
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        new LocalizedText("c", "cc"),
                        new LocalizedText("h", "hh"),
                        new LocalizedText("n", "nn")));
    }

    @Test
    void theShippedPlanHasTheDefaults() {
        CallPlan plan = ClinicFiles.shipped().read("call-plan", CallPlan.class);

        assertThat(plan)
                .isEqualTo(new CallPlan(
                        20,
                        3,
                        true,
                        RingOrder.ROTATING,
                        RingStrategy.ONE_BY_ONE,
                        10,
                        true,
                        Duration.ZERO,
                        8,
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        plan.closed(),
                        plan.holiday(),
                        plan.nobody()));
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
