package org.careline.routing;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.careline.contact.DialRules;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.careline.staff.Roster;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

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

    /** The clinic's own region if no countries are named. */
    @Bean
    DialRules dialRules(Environment settings, @Value("${careline.region:US}") String region) {
        List<String> countries = Binder.get(settings)
                .bind("careline.dialling.countries", Bindable.listOf(String.class))
                .orElse(List.of());
        return new DialRules(countries.isEmpty() ? Set.of(region) : Set.copyOf(countries));
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
