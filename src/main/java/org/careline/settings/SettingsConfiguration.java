package org.careline.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the clinic's files once, at the start. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    @Bean
    ClinicFiles clinicFiles(Environment environment) {
        return ClinicFiles.of(environment);
    }

    @Bean
    ClinicNumbers clinicNumbers(ClinicFiles files) {
        return files.read("numbers", ClinicNumbers.class);
    }

    @Bean
    ClinicForms clinicForms(ClinicFiles files) {
        return files.read("forms", ClinicForms.class);
    }
}
