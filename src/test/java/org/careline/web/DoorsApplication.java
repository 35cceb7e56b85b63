package org.careline.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.careline.assignment.AssignmentAtADoor;
import org.careline.assignment.AssignmentDesk;
import org.careline.consent.ContactWindows;
import org.careline.contact.DialRules;
import org.careline.draft.DraftsAtADoor;
import org.careline.followup.CallPromises;
import org.careline.followup.FollowUpAtADoor;
import org.careline.followup.FollowUpDesk;
import org.careline.inbox.InquiryParser;
import org.careline.lead.ActId;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.LeadFeed;
import org.careline.lead.LeadFeedAtADoor;
import org.careline.lead.LeadListener;
import org.careline.lead.LeadWrites;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.safety.CrisisLines;
import org.careline.safety.CrisisPhrases;
import org.careline.safety.PhraseScan;
import org.careline.settings.ClinicFiles;
import org.careline.settings.ClinicForms;
import org.careline.settings.ClinicNumbers;
import org.careline.snapshot.CallTime;
import org.careline.staff.Alarms;
import org.careline.staff.ClinicCoordinators;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.PresenceBook;
import org.careline.staff.Roster;
import org.careline.store.GuardedStore;
import org.careline.support.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
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

@TestComponent
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
@ComponentScan(
        basePackages = {"org.careline.api", "org.careline.console", "org.careline.webform", "org.careline.node"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            // Other tests of these packages bring configurations of their own.
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*")
        })
@ConfigurationPropertiesScan({"org.careline.api", "org.careline.webform", "org.careline.node"})
class DoorsApplication {

    @Bean
    DoorFakes behindTheDoors() {
        return new DoorFakes();
    }

    /** The shipped clinic, and a client of the API for each scope. */
    @Bean
    ClinicFiles clinicFiles() {
        return ClinicFiles.in(List.of(Path.of("src", "test", "resources", "clients")));
    }

    @Bean
    Alarms alarms() {
        return (kind, about) -> {};
    }

    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    CallTime callTime(Clock clock) {
        return new CallTime(clock, true);
    }

    @Bean
    ClinicForms clinicForms() {
        return ClinicFiles.shipped().read("forms", ClinicForms.class);
    }

    @Bean
    PhraseScan phraseScan() {
        return PhraseScan.of(ClinicFiles.shipped().read("crisis-phrases", CrisisPhrases.class));
    }

    @Bean
    Roster roster() {
        return Roster.of(ClinicFiles.shipped().read("coordinators", ClinicCoordinators.class), ZoneOffset.UTC);
    }

    @Bean
    DoorLeads doorLeads(DoorFakes behind, Clock clock) {
        return new DoorLeads(behind, clock);
    }

    @Bean
    LeadFeed leadFeed(DoorLeads leads, ObjectProvider<LeadListener> listeners, Clock clock) {
        return LeadFeedAtADoor.feed(leads, () -> listeners.orderedStream().toList(), clock);
    }

    @Bean
    LeadWrites leadWrites(DoorLeads leads, DoorFakes behind) {
        return new LeadWrites(leads, new DoorLeads.Acts(behind));
    }

    @Bean
    OpeningHours openingHours() {
        return OpeningHours.of(ClinicFiles.shipped().read("hours", ClinicHours.class));
    }

    @Bean
    CallPromises callPromises() {
        return FollowUpAtADoor.promises(ClinicFiles.shipped().read("hours", ClinicHours.class));
    }

    @Bean
    AssignmentDesk assignmentDesk(
            DoorFakes behind, LeadWrites writes, Roster roster, PresenceBook presence, Clock clock) {
        return AssignmentAtADoor.desk(behind, writes, roster, presence, clock);
    }

    @Bean
    FollowUpDesk followUpDesk(LeadWrites leads, Clock clock) {
        return FollowUpAtADoor.desk(leads, clock);
    }

    @Bean
    ContactWindows contactWindows() {
        return FollowUpAtADoor.windows();
    }

    @Bean
    TelephonyAtADoor telephony() {
        return new TelephonyAtADoor();
    }

    @Bean
    RecordingsAtADoor recordings() {
        return new RecordingsAtADoor();
    }

    @Bean
    ClinicNumbers clinicNumbers() {
        return ClinicFiles.shipped().read("numbers", ClinicNumbers.class);
    }

    @Bean
    GuardedStore<SourceId, Touch> touchStore(DoorFakes behind) {
        return new DoorLeads.Touches(behind);
    }

    @Bean
    DraftsAtADoor drafts(Clock clock, DoorFakes behind) {
        return new DraftsAtADoor(clock, () -> behind.down);
    }

    @Bean
    GuardedStore<ActId, CoordinatorAct> actStore(DoorFakes behind) {
        return new DoorLeads.Acts(behind);
    }

    @Bean
    CrisisLines crisisLines() {
        return ClinicFiles.shipped().read("crisis", CrisisLines.class);
    }

    @Bean
    InquiryParser inquiryParser(ClinicForms forms, Clock clock) {
        DialRules rules = new DialRules(Set.of("US"));
        return new InquiryParser(
                "US",
                id -> forms.form(id).isPresent(),
                phone -> !phone.e164().equals("+18445550100") && rules.of(phone) != DialRules.Verdict.NOBODYS,
                clock);
    }
}
