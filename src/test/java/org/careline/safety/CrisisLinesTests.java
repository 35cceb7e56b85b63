package org.careline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.settings.ClinicFiles;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@Holds(Promise.P5)
class CrisisLinesTests {

    @Test
    void everyCrisisPlaceNamesTheLine() {
        CrisisLines crisis = ClinicFiles.shipped().read("crisis", CrisisLines.class);

        assertThat(crisis.asOf()).isAfter(LocalDate.of(2025, 7, 17));
        assertThat(crisis.line()).isEqualTo("988");
        assertThat(crisis.fallback()).isEqualTo("+18002738255");
        assertThat(crisis.greeting().en())
                .isEqualTo("If you are in danger or thinking about suicide, hang up and dial 9 1 1,"
                        + " or call or text 9 8 8 at any time.");
        assertThat(crisis.page().es()).contains(crisis.line(), crisis.emergency());
        assertThat(crisis.message().en()).contains(crisis.line(), crisis.emergency());
        assertThat(crisis.voicemail().es()).contains("9 8 8", "9 1 1");
    }

    @Test
    void theLinesAreThereForEverybody() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(ClinicFiles.class, ClinicFiles::shipped);
            context.register(SafetyConfiguration.class);
            context.refresh();

            assertThat(context.getBean(CrisisLines.class).line()).isEqualTo("988");
        }
    }
}
