package org.careline.intake;

import java.time.Clock;
import org.careline.settings.ClinicForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one parser of all doors. */
@Configuration(proxyBeanMethods = false)
class InquiryParserConfiguration {

    @Bean
    InquiryParser inquiryParser(InquirySettings settings, ClinicForms forms, Clock clock) {
        return new InquiryParser(settings.region(), id -> forms.form(id).isPresent(), clock);
    }
}
