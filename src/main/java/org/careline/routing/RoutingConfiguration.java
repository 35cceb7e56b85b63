package org.careline.routing;

import org.careline.settings.CallExamples;
import org.careline.settings.ClinicFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the call plan at the start. */
@Configuration(proxyBeanMethods = false)
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
