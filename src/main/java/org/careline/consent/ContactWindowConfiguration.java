package org.careline.consent;

import org.careline.settings.ClinicFiles;
import org.careline.staff.ClinicHours;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When people may be called, from the clinic's file. */
@Configuration(proxyBeanMethods = false)
class ContactWindowConfiguration {

    @Bean
    ClinicContactWindows clinicContactWindows(ClinicFiles files) {
        return files.read("contact-windows", ClinicContactWindows.class);
    }

    @Bean
    ContactWindows contactWindows(ClinicContactWindows file, ClinicHours hours) {
        return new ContactWindows(file, hours);
    }
}
