package org.careline.consent;

import java.time.Clock;
import org.careline.settings.ClinicForms;
import org.careline.staff.Alarms;
import org.careline.store.Budget;
import org.careline.store.MongoGuardedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the texts that people were asked with into the store. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    ConsentTextsGuard consentTextsGuard(ClinicForms forms, MongoTemplate store, Clock clock, Alarms alarms) {
        return new ConsentTextsGuard(
                forms,
                new MongoGuardedStore<>(store, "consentTexts", ShownTexts.class, clock, Budget.OF_A_START),
                alarms);
    }
}
