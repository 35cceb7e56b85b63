package org.careline.lead;

import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.store.DeclaredIndex;
import org.careline.store.StoredAsText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How leads and touches lie in the store: their values, and every index that a query of this module needs. */
@Configuration(proxyBeanMethods = false)
class StoredLeads {

    static final String LEADS = "leads";
    static final String TOUCHES = "touches";

    @Bean
    StoredAsText<LeadId> storedLeadIds() {
        return new StoredAsText<>(LeadId.class, LeadId::value, LeadId::new);
    }

    @Bean
    StoredAsText<SourceId> storedSourceIds() {
        return new StoredAsText<>(SourceId.class, SourceId::value, SourceId::new);
    }

    @Bean
    StoredAsText<PersonName> storedNames() {
        return new StoredAsText<>(PersonName.class, PersonName::text, PersonName::new);
    }

    @Bean
    StoredAsText<PhoneNumber> storedPhoneNumbers() {
        return new StoredAsText<>(PhoneNumber.class, PhoneNumber::e164, PhoneNumber::new);
    }

    @Bean
    StoredAsText<EmailAddress> storedEmailAddresses() {
        return new StoredAsText<>(EmailAddress.class, EmailAddress::address, EmailAddress::new);
    }

    /** Lists by age. */
    @Bean
    DeclaredIndex leadsByAge() {
        return DeclaredIndex.ascending(LEADS, "by_age", "listed");
    }

    /** Lists of one stage by age. */
    @Bean
    DeclaredIndex leadsByStage() {
        return DeclaredIndex.ascending(LEADS, "by_stage", "stage", "listed");
    }

    /** The queue in its order. */
    @Bean
    DeclaredIndex leadsByPlace() {
        return DeclaredIndex.ascending(LEADS, "by_place", "next.place");
    }

    /** Merges that may be half done. */
    @Bean
    DeclaredIndex leadsThatJoin() {
        return DeclaredIndex.ascending(LEADS, "by_joining", "family.joining");
    }

    /** Open leads without a next action, counted for the gauge. */
    @Bean
    DeclaredIndex leadsWithoutNextAction() {
        return DeclaredIndex.ascending(LEADS, "by_next_action", "stage", "next.place", "listed");
    }

    @Bean
    DeclaredIndex touchesOfLead() {
        return DeclaredIndex.ascending(TOUCHES, "by_lead", "leadId");
    }
}
