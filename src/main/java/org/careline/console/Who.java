package org.careline.console;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Person;

/** What a list calls a person: staff may see a name there, but no whole phone number or address. */
final class Who {

    private static final int MOST_INITIALS = 3;
    private static final String UNKNOWN = "Name not given";

    private Who() {}

    static String name(Person person) {
        return Optional.ofNullable(person.name()).map(PersonName::text).orElse(UNKNOWN);
    }

    /** What tells tabs apart and names nobody: "MO · Lead". */
    static String initials(Person person) {
        String letters = Stream.ofNullable(person.name())
                .flatMap(name ->
                        Pattern.compile("[\\s-]+").splitAsStream(name.text().strip()))
                .filter(word -> !word.isEmpty())
                .limit(MOST_INITIALS)
                .map(word -> new String(Character.toChars(Character.toUpperCase(word.codePointAt(0)))))
                .collect(Collectors.joining());
        return letters.isEmpty() ? "Lead" : letters + " · Lead";
    }

    /** The first phone, else the first address, masked; empty if there is neither. */
    static String masked(Person person) {
        return person.pointsInOrder().stream()
                .sorted((one, other) -> Boolean.compare(other instanceof PhoneNumber, one instanceof PhoneNumber))
                .map(ContactPoint::toString)
                .findFirst()
                .orElse("");
    }
}
