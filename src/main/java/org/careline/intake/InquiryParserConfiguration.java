package org.careline.intake;

import java.time.Clock;
import org.careline.contact.DialRules;
import org.careline.settings.ClinicForms;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Roster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one parser of all doors. */
@Configuration(proxyBeanMethods = false)
class InquiryParserConfiguration {

    @Bean
    InquiryParser inquiryParser(
            InquirySettings settings,
            ClinicForms forms,
            ClinicNumbers numbers,
            Roster roster,
            DialRules dialling,
            Clock clock) {
        KnownNumbers known = new ClinicKnownNumbers(numbers, roster);
        return new InquiryParser(
                settings.region(),
                id -> forms.form(id).isPresent(),
                phone -> !known.ours(phone) && dialling.of(phone) != DialRules.Verdict.NOBODYS,
                clock);
    }
}
