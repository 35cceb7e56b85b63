package org.careline.safety;

import org.careline.settings.ClinicFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the phrases at the start. */
@Configuration(proxyBeanMethods = false)
class SafetyConfiguration {

    @Bean
    CrisisPhrases crisisPhrases(ClinicFiles files) {
        return files.read("crisis-phrases", CrisisPhrases.class);
    }
}
