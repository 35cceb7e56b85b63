package org.careline.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careline.inbox.InquiryParser;
import org.careline.safety.CrisisLines;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicForms;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Where a receipt's page is, in a clinic with the forms {@code consultation} and {@code family}. */
class ReceiptAddressTests {

    private static final ClinicFiles FILES = ClinicFiles.shipped();

    private final MovableClock clock = new MovableClock();
    private final ClinicForms forms = twoForms();
    private final ReceiptPages receipts = new ReceiptPages(
            forms,
            OpeningHours.of(FILES.read("hours", ClinicHours.class)),
            new JustSent(clock),
            new Pages(
                    FILES.read("crisis", CrisisLines.class),
                    forms,
                    new InquiryParser("US", id -> forms.form(id).isPresent(), number -> true, clock),
                    new WebformSettings(Duration.ofSeconds(3), Duration.ofHours(24), List.of())),
            clock);

    @Test
    void theFirstFormIsNotNamed() {
        assertThat(receipts.address(request(""), "consultation", "CL1")).isEqualTo("/receipts/CL1");
        assertThat(receipts.address(request("lang=es"), "consultation", "CL1")).isEqualTo("/receipts/CL1?lang=es");
    }

    @Test
    void anotherFormIsNamed() {
        assertThat(receipts.address(request(""), "family", "CL1")).isEqualTo("/receipts/CL1?form=family");
        assertThat(receipts.show(request("form=family"), "CL1", false).getModel())
                .containsEntry("look", "/forms/family/look.css");
        assertThat(receipts.show(request("form=nobody"), "CL1", false).getModel())
                .containsEntry("look", "/forms/consultation/look.css");
    }

    private static MockHttpServletRequest request(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/receipts/CL1");
        request.setQueryString(query);
        return request;
    }

    private static ClinicForms twoForms() {
        ClinicForms.Form form =
                FILES.read("forms", ClinicForms.class).form("consultation").orElseThrow();
        Map<String, ClinicForms.Form> both = new LinkedHashMap<>();
        both.put("consultation", form);
        both.put("family", form);
        return new ClinicForms(both);
    }
}
