package org.careline.staff;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.careline.contact.DialRules;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who works for the clinic and when, from its files, and who said that they are not here. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StaffConfiguration.class);

    @Bean
    ClinicHours clinicHours(ClinicFiles files) {
        return files.read("hours", ClinicHours.class);
    }

    @Bean
    OpeningHours openingHours(ClinicHours hours) {
        return OpeningHours.of(hours);
    }

    @Bean
    ClinicCoordinators clinicCoordinators(ClinicFiles files, ClinicNumbers numbers) {
        return files.read("coordinators", ClinicCoordinators.class, staff -> staff.violationsBeside(numbers));
    }

    @Bean
    Roster roster(ClinicCoordinators staff, ClinicHours hours) {
        if (staff.onCall() == null) {
            LOG.warn("coordinators.yaml does not say who is on call for safety (on-call): all are woken, in its order");
        }
        return Roster.of(staff, hours.zone());
    }

    @Bean
    PresenceBook presenceBook(MongoTemplate store, Roster roster, ApplicationEventPublisher events, Clock clock) {
        return MongoPresenceBook.in(store, roster, events::publishEvent, clock);
    }

    @Bean
    Alarms alarms(MeterRegistry meters, Clock clock) {
        return new LoggedAlarms(meters, clock);
    }

    /** The clinic's own region if no countries are named. */
    @Bean
    DialRules dialRules(Environment settings, @Value("${careline.region:US}") String region) {
        List<String> countries = Binder.get(settings)
                .bind("careline.dialling.countries", Bindable.listOf(String.class))
                .orElse(List.of());
        return new DialRules(countries.isEmpty() ? Set.of(region) : Set.copyOf(countries));
    }
}
