package org.careline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.careline.settings.ClinicForms.Field;
import org.careline.settings.ClinicForms.Form;
import org.careline.settings.ClinicNumbers.ClinicNumber;
import org.careline.settings.ClinicNumbers.Kind;
import org.junit.jupiter.api.Test;

class ShippedClinicTests {

    private final ClinicFiles files = ClinicFiles.shipped();

    @Test
    void theClinicHasItsNumber() {
        ClinicNumbers numbers = files.read("numbers", ClinicNumbers.class);

        assertThat(numbers.dialled("+18445550100"))
                .contains(new ClinicNumber(
                        "+18445550100",
                        "Main line",
                        "en",
                        "website",
                        "Thank you for calling Harbor Light Clinic.",
                        java.util.Set.of()));
        assertThat(numbers.ignored("+18445550100")).contains(Kind.OWN);
        assertThat(numbers.ignored("+13055550123")).isEmpty();
        assertThat(numbers.ignore()).isEmpty();
    }

    @Test
    void theConsultationFormIsComplete() {
        Form form = files.read("forms", ClinicForms.class).form("consultation").orElseThrow();

        assertThat(form.title().in("es")).isEqualTo("Pida una consulta gratuita");
        assertThat(form.title().in("fr")).isEqualTo(form.title().en());
        assertThat(form.telephone()).isEqualTo("(844) 555-0100");
        assertThat(form.languages()).containsExactly("en", "es");
        assertThat(form.fields())
                .startsWith(Field.NAME, Field.PHONE, Field.EMAIL)
                .contains(Field.BEST_TIMES);
        assertThat(form.colours().accent()).isEqualTo("#1f5f5b");
        assertThat(form.consent().version()).isEqualTo("2026-11");
        assertThat(form.consent().text().en()).contains("STOP").contains(form.clinic());
    }
}
