package org.careline.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.careline.contact.EmailAddress;
import org.careline.contact.Language;
import org.careline.contact.PersonName;
import org.careline.lead.ActId;
import org.careline.lead.Action;
import org.careline.lead.Assignment;
import org.careline.lead.Contact;
import org.careline.lead.Contacts;
import org.careline.lead.CoordinatorAct;
import org.careline.lead.DueItem;
import org.careline.lead.Explanation;
import org.careline.lead.FollowUp;
import org.careline.lead.Lead;
import org.careline.lead.Person;
import org.careline.lead.SourceId;
import org.careline.lead.Stage;
import org.careline.lead.Touch;
import org.careline.matching.ContactPointEntry;
import org.careline.staff.CoordinatorId;

/**
 * Invented people of a clinic that has been at work for long: by number, each with two e-mail addresses, for there are not
 * enough fictitious phone numbers.
 *
 * @param now when the last of them wrote
 */
record Population(Instant now) {

    private static final List<CoordinatorId> STAFF =
            List.of(new CoordinatorId("ana"), new CoordinatorId("ben"), new CoordinatorId("cleo"));
    private static final Duration LATER = Duration.ofDays(30);

    /** An owned lead to which a call is owed; every tenth has been promised a call in a month. */
    Lead owned(int number) {
        Lead lead = owned(contact(number, "en"), STAFF.get(number % STAFF.size()));
        return number % 10 == 0 ? promised(lead, now.plus(LATER)) : lead;
    }

    /** A lead that has been promised a call. */
    Lead promised(int number, Instant at) {
        return promised(owned(contact(number, "en"), STAFF.get(0)), at);
    }

    /** A lead that nobody is given, for nobody speaks its language. */
    Lead unowned(int number) {
        return Lead.openedBy(contact(number, "fr"));
    }

    /** How the owned one came. */
    Touch touch(int number, Lead lead) {
        return new Touch(
                source(number),
                0,
                lead.id(),
                Touch.Direction.IN,
                lead.createdAt(),
                name(number),
                "Please call me about a consultation, best in the morning.",
                false,
                List.of(),
                List.of(
                        why(Explanation.Step.MATCH, "new", Map.of("mail", "nobody", "phone", "none")),
                        why(
                                Explanation.Step.PLAN,
                                "first-call",
                                Map.of("window", "08:00-20:00", "cadence", "default"))),
                null);
    }

    static Stream<ContactPointEntry> points(Lead lead) {
        return lead.person().points().stream()
                .map(point -> ContactPointEntry.unused(point).with(lead.id()));
    }

    private static Lead promised(Lead lead, Instant at) {
        CoordinatorAct act = new CoordinatorAct(
                new ActId("act-" + lead.id()),
                0,
                lead.id(),
                lead.createdAt().plusSeconds(600),
                STAFF.get(0),
                CoordinatorAct.What.OUTCOME,
                "SPOKE_CALLBACK",
                null,
                null);
        return lead.attempted(
                act,
                Stage.CALLBACK_SCHEDULED,
                new FollowUp("default", at, 1),
                DueItem.of(Action.CALL_BACK, at, Set.of()),
                false);
    }

    private static Lead owned(Contact contact, CoordinatorId owner) {
        Map<String, String> candidates = new TreeMap<>();
        STAFF.forEach(one -> candidates.put(
                one.value(), "weight=1 shift=on presence=here language=yes load=0/0 given=0/0 pass=720720 last=never"));
        return Lead.openedBy(contact)
                .decided(new Assignment(
                        1,
                        owner,
                        null,
                        Assignment.How.RULE,
                        contact.at(),
                        why(Explanation.Step.ASSIGN, "rotation", candidates)));
    }

    private Contact contact(int number, String language) {
        Instant at = now.minusSeconds(number);
        Person person = new Person(
                Set.of(name(number)),
                Set.of(
                        new EmailAddress("f%d@example.org".formatted(number)),
                        new EmailAddress("g%d@example.org".formatted(number))),
                Set.of(),
                new Language(language));
        return Contacts.of(
                source(number), at, at.plus(Lead.FIRST_RESPONSE), person, Map.of("source", "web"), null, true);
    }

    private static PersonName name(int number) {
        return new PersonName("Noa " + Requests.letters(number));
    }

    private static SourceId source(int number) {
        return new SourceId("form:benchmark-" + number);
    }

    private static Explanation why(Explanation.Step step, String rule, Map<String, String> evidence) {
        return new Explanation(step, rule, "1", "As it was when the benchmark filled the store.", evidence);
    }
}
