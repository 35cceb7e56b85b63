package org.careline.followup;

import org.careline.consent.ContactWindows;
import org.careline.settings.ClinicFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When people are contacted again, from the clinic's files. */
@Configuration(proxyBeanMethods = false)
class FollowUpConfiguration {

    @Bean
    ClinicCadences clinicCadences(ClinicFiles files) {
        return files.read("cadences", ClinicCadences.class);
    }

    @Bean
    Cadences cadences(ClinicCadences file, ContactWindows windows) {
        return new Cadences(file, windows);
    }

    @Bean
    CallPromises callPromises(Cadences cadences, ContactWindows windows) {
        return new CallPromises(cadences, windows);
    }

    @Bean
    Dispositions dispositions(Cadences cadences, ContactWindows windows) {
        return new Dispositions(cadences, windows);
    }
}
