package org.careline.web;

import java.time.Clock;
import java.util.List;
import org.careline.assignment.AssignmentAtADoor;
import org.careline.assignment.AssignmentDesk;
import org.careline.assignment.People;
import org.careline.intake.InquiryParser;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicForms;
import org.careline.settings.CrisisLines;
import org.careline.support.MovableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

@TestComponent
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
@ComponentScan(
        basePackages = {"org.careline.api", "org.careline.webform", "org.careline.node"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            // Other tests of these packages bring configurations of their own.
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*")
        })
@ConfigurationPropertiesScan({"org.careline.api", "org.careline.webform", "org.careline.node"})
class DoorsApplication {

    /** Who is here is told by what is behind the doors: it can be down. */
    @Bean
    @Primary
    DoorFakes behindTheDoors() {
        return new DoorFakes();
    }

    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    ClinicForms clinicForms() {
        return ClinicFiles.shipped().read("forms", ClinicForms.class);
    }

    @Bean
    People people() {
        return new People(People.burst(3), List.of(People.one("ana", 2, 0, "en", "es"), People.one("ben", 1, 0, "en")));
    }

    @Bean
    AssignmentDesk assignmentDesk(People people, MovableClock clock) {
        return AssignmentAtADoor.desk(people, clock);
    }

    @Bean
    CrisisLines crisisLines() {
        return ClinicFiles.shipped().read("crisis", CrisisLines.class);
    }

    @Bean
    InquiryParser inquiryParser(ClinicForms forms, Clock clock) {
        return new InquiryParser("US", id -> forms.form(id).isPresent(), clock);
    }
}
