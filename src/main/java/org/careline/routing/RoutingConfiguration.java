package org.careline.routing;

import org.careline.settings.CallExamples;
import org.careline.settings.ClinicFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the call plan at the start. A store process has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "careline.role", havingValue = "application", matchIfMissing = true)
class RoutingConfiguration {

    @Bean
    CallPlan callPlan(ClinicFiles files) {
        return files.read("call-plan", CallPlan.class);
    }

    @Bean
    CallExamples callExamples(ClinicFiles files) {
        return CallExamples.of(files);
    }
}
