package org.careline.staff;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.careline.settings.ClinicFiles;
import org.careline.store.MongoGuardedStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Who works for the clinic, and when. A store process has no clinic. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "careline.role", havingValue = "application", matchIfMissing = true)
class StaffConfiguration {

    private static final String PRESENCE = "presence";

    @Bean
    ClinicHours clinicHours(ClinicFiles files) {
        return files.read("hours", ClinicHours.class);
    }

    @Bean
    ClinicCoordinators clinicCoordinators(ClinicFiles files) {
        return files.read("coordinators", ClinicCoordinators.class);
    }

    @Bean
    OpeningHours openingHours(ClinicHours hours) {
        return new WeeklyHours(hours);
    }

    @Bean
    Roster roster(ClinicCoordinators coordinators, ClinicHours hours) {
        return new ClinicRoster(coordinators, hours.zone());
    }

    @Bean
    PresenceBook presenceBook(MongoTemplate store, Roster roster, Clock clock) {
        return new MongoPresenceBook(new MongoGuardedStore<>(store, PRESENCE, Presence.class, clock), roster, clock);
    }

    @Bean
    Alarms alarms(MeterRegistry meters, Clock clock) {
        return new LoggedAlarms(meters, clock);
    }
}
