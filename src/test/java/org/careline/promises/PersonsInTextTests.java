package org.careline.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Contact;
import org.careline.lead.Lead;
import org.careline.lead.LeadWithHistory;
import org.careline.lead.Person;
import org.careline.lead.Touch;
import org.careline.lead.WrittenLead;
import org.careline.matching.ContactPointEntry;
import org.careline.matching.LeadsInView;
import org.careline.matching.MatchQuestion;
import org.careline.store.GuardedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record prints its components, and whatever is printed reaches a log some day. */
class PersonsInTextTests {

    /** What is known of the sampled person, in pieces that no id contains. */
    private static final List<String> MARKS =
            List.of("5550123", "maya@", "@example.org", "Maya", "Ortiz", SampledRecords.WORDS, "33101", "1990-04-02");

    private static final Set<Class<?>> HOLDING_A_PERSON = Set.of(
            Person.class,
            Contact.class,
            Lead.class,
            LeadWithHistory.class,
            WrittenLead.class,
            Touch.class,
            MatchQuestion.class,
            LeadsInView.class,
            ContactPointEntry.class);

    /** They know documents of any kind, the clinic's own files, and invented callers. */
    private static final Set<String> ELSEWHERE =
            Set.of("org.careline.embedded", "org.careline.settings", "org.careline.rehearsal");

    private static final SampledRecords SAMPLED = new SampledRecords();

    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.careline").stream()
                        .filter(JavaClass::isRecord)
                        .filter(record -> !record.getConstructorCallsToSelf().isEmpty())
                        .filter(record -> ELSEWHERE.stream().noneMatch(record.getPackageName()::startsWith))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("records")
    @Holds(Promise.P10)
    void whatIsPrintedOfARecordTellsNothingOfAPerson(Class<?> record) {
        String printed = SAMPLED.one(record).map(Object::toString).orElse("");

        assertThat(printed).doesNotContain(MARKS);
    }

    @Test
    @Holds(Promise.P10)
    void everyRecordThatHoldsAPersonIsPrinted() {
        Set<String> missed = records()
                .filter(record -> SAMPLED.one(record).isEmpty())
                .filter(PersonsInTextTests::holdsAPerson)
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missed).isEmpty();
        assertThat(HOLDING_A_PERSON).allMatch(record -> SAMPLED.one(record).isPresent());
    }

    private static boolean holdsAPerson(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .map(component -> component.getGenericType().getTypeName())
                .filter(type -> !type.startsWith(GuardedStore.class.getName()))
                .anyMatch(type -> Stream.of(
                                Person.class,
                                Lead.class,
                                Touch.class,
                                PhoneNumber.class,
                                EmailAddress.class,
                                PersonName.class,
                                MatchQuestion.class,
                                LeadsInView.class)
                        .anyMatch(known -> type.contains(known.getName())));
    }
}
