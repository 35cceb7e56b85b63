package org.careline.routing;

import java.time.Clock;
import org.careline.contact.DialRules;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Roster;
import org.springframework.beans.factory.annotation.Value;
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

    @Bean
    Dialling dialling(
            DialRules rules,
            ClinicNumbers numbers,
            Roster roster,
            @Value("${careline.dialling.most-a-day:10}") int mostADay,
            Clock clock) {
        return new Dialling(rules, numbers, roster, mostADay, clock);
    }
}
