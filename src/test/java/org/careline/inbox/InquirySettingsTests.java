package org.careline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InquirySettingsTests {

    @Test
    void withNothingSetNumbersWithoutACountryAreOfTheUnitedStates() {
        assertThat(bound(Map.of())).isEqualTo(new InquirySettings("US"));
    }

    @Test
    void theCountryIsWhatTheClinicSays() {
        assertThat(bound(Map.of("careline.region", "CA"))).isEqualTo(new InquirySettings("CA"));
    }

    private static InquirySettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("careline", InquirySettings.class);
    }
}
