package org.careline.safety;

import org.careline.settings.ClinicFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the phrases at the start. A store process has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "careline.role", havingValue = "application", matchIfMissing = true)
class SafetyConfiguration {

    @Bean
    PhraseScan phraseScan(ClinicFiles files) {
        return PhraseScan.of(files.read("crisis-phrases", CrisisPhrases.class));
    }
}
