package org.careline.lead;

import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.store.StoredAsText;
import org.careline.store.StoredAsTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the values of leads and touches are written in the store. */
@Configuration(proxyBeanMethods = false)
class LeadValues {

    @Bean
    StoredAsText<LeadId> storedLeadIds() {
        return new StoredAsText<>(LeadId.class, LeadId::value, LeadId::new);
    }

    @Bean
    StoredAsText<SourceId> storedSourceIds() {
        return new StoredAsText<>(SourceId.class, SourceId::value, SourceId::new);
    }

    @Bean
    StoredAsText<ActId> storedActIds() {
        return new StoredAsText<>(ActId.class, ActId::value, ActId::new);
    }

    @Bean
    StoredAsText<Lane> storedLanes() {
        return new StoredAsText<>(Lane.class, Lane::code, Lane::ofCode);
    }

    @Bean
    StoredAsText<PersonName> storedNames() {
        return new StoredAsText<>(PersonName.class, PersonName::text, PersonName::new);
    }

    @Bean
    StoredAsText<Language> storedLanguages() {
        return new StoredAsText<>(Language.class, Language::tag, Language::new);
    }

    @Bean
    StoredAsText<PhoneNumber> storedPhoneNumbers() {
        return new StoredAsText<>(PhoneNumber.class, PhoneNumber::e164, PhoneNumber::new);
    }

    @Bean
    StoredAsText<EmailAddress> storedEmailAddresses() {
        return new StoredAsText<>(EmailAddress.class, EmailAddress::address, EmailAddress::new);
    }

    /** By their keys, which tell a number from an address. */
    @Bean
    StoredAsTexts<ContactPoint> storedContactPoints() {
        return new StoredAsTexts<>(Person.class, "points", ContactPoint::key, ContactPoint::ofKey);
    }
}
