package org.careline.snapshot;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Assignment;
import org.careline.lead.Contacts;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.lead.WrittenLead;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.jspecify.annotations.Nullable;

/** Leads and whose they are. */
final class Owned {

    static final Instant NINE = MovableClock.MONDAY_NINE;
    static final PhoneNumber MAYA = phone(1);
    static final CoordinatorId ANA = new CoordinatorId("ana");
    static final CoordinatorId BEN = new CoordinatorId("ben");

    private Owned() {}

    /** An invented number; there are 100 such in each area code. */
    static PhoneNumber phone(int number) {
        return new PhoneNumber("+1%03d55501%02d".formatted(200 + number / 100, number % 100));
    }

    /** An open lead that nobody owns. */
    static Lead lead(String source, @Nullable String language, PhoneNumber phone) {
        Person person = new Person(
                Set.of(),
                Set.of(phone, new EmailAddress("maya@example.org")),
                Set.of(),
                Optional.ofNullable(language).flatMap(Language::parse).orElse(null));
        return Lead.openedBy(
                Contacts.of(new SourceId(source), NINE, NINE.plus(Lead.FIRST_RESPONSE), person, Map.of(), null, true));
    }

    /** As the feed tells of it. */
    static WrittenLead written(Lead lead) {
        return WrittenLead.of(lead, lead.createdAt());
    }

    static Lead by(CoordinatorId owner, Lead lead) {
        Explanation why = new Explanation(Explanation.Step.ASSIGN, "rotation", "1", "next", Map.of());
        return lead.decided(new Assignment(1, owner, null, Assignment.How.RULE, NINE, why));
    }
}
