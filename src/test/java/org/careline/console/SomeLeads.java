package org.careline.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.ActId;
import org.careline.lead.Asked;
import org.careline.lead.Assignment;
import org.careline.lead.Contact;
import org.careline.lead.Contacts;
import org.careline.lead.Conversation;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.Explanation;
import org.careline.lead.Lead;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.lead.Touch;
import org.careline.staff.CoordinatorId;
import org.careline.support.MovableClock;
import org.jspecify.annotations.Nullable;

/** Leads of invented people, who wrote at nine on a Monday. */
final class SomeLeads {

    static final ContactPoint PHONE = new PhoneNumber("+13055550123");
    static final ContactPoint MAIL = new EmailAddress("maya@example.org");

    private static final Instant NINE = MovableClock.MONDAY_NINE;

    private SomeLeads() {}

    static Lead of(String source, String name, long secondsLater) {
        Instant at = NINE.plusSeconds(secondsLater);
        Person person = new Person(Set.of(new PersonName(name)), Set.of(PHONE, MAIL), Set.of(), new Language("es"));
        SourceId id = new SourceId(source);
        return Lead.openedBy(Contacts.of(id, at, at.plus(Lead.FIRST_RESPONSE), person, Map.of(), null, true));
    }

    static Lead reachedBy(String source, ContactPoint... points) {
        Person person = new Person(Set.of(new PersonName("Maya Ortiz")), Set.of(points), Set.of(), null);
        return Lead.openedBy(
                Contacts.of(new SourceId(source), NINE, NINE.plus(Lead.FIRST_RESPONSE), person, Map.of(), null, true));
    }

    static Lead afterATalk(String source, Conversation talk) {
        Person person = new Person(Set.of(new PersonName("Maya Ortiz")), Set.of(PHONE), Set.of(), null);
        return Lead.openedBy(new Contact(
                new SourceId(source),
                NINE,
                NINE.plus(Lead.FIRST_RESPONSE),
                person,
                Map.of(),
                null,
                true,
                null,
                List.of(),
                talk));
    }

    static Lead ownedBy(Lead lead, String owner) {
        Explanation why = new Explanation(
                Explanation.Step.ASSIGN, "rotation", "1", "Next in the rotation.", Map.of("candidate", "weight=2"));
        return lead.decided(
                new Assignment(1, new CoordinatorId(owner), null, Assignment.How.RULE, NINE.plusSeconds(1), why));
    }

    static Lead claimedBy(Lead lead, String by) {
        return lead.after(new CoordinatorAct(
                new ActId("act-" + lead.rev()),
                0,
                lead.id(),
                NINE.plusSeconds(9),
                new CoordinatorId(by),
                CoordinatorAct.What.CLAIM,
                null,
                null,
                null));
    }

    static Touch touchOf(String source, Lead lead, @Nullable String message) {
        return touchOf(source, lead, message, null);
    }

    static Touch touchOf(String source, Lead lead, @Nullable String message, @Nullable Asked asked) {
        Explanation why = new Explanation(
                Explanation.Step.MATCH, "new", "1", "Nobody is known by this phone.", Map.of("phone", "+\u202623"));
        return new Touch(
                new SourceId(source),
                1,
                lead.id(),
                Touch.Direction.IN,
                NINE,
                null,
                message,
                false,
                List.of(),
                List.of(why),
                asked);
    }
}
