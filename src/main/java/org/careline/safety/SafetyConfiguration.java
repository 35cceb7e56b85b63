package org.careline.safety;

import org.careline.settings.ClinicFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads crisis lines and phrases at the start. */
@Configuration(proxyBeanMethods = false)
class SafetyConfiguration {

    @Bean
    CrisisLines crisisLines(ClinicFiles files) {
        return files.read("crisis", CrisisLines.class);
    }

    @Bean
    PhraseScan phraseScan(ClinicFiles files) {
        return PhraseScan.of(files.read("crisis-phrases", CrisisPhrases.class));
    }
}
