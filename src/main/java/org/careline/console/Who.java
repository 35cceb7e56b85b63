package org.careline.console;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careline.contact.ContactPoint;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Person;

/** What a list calls a person: staff may see a name there, but no whole phone number or address. */
final class Who {

    private static final int MOST_INITIALS = 3;
    private static final String UNKNOWN = "Name not given";

    private Who() {}

    static String name(Person person) {
        return person.name() == null ? UNKNOWN : person.name().text();
    }

    /** What tells tabs apart and names nobody: "MO · Lead". */
    static String initials(Person person) {
        String letters = person.name() == null
                ? ""
                : Pattern.compile("[\\s-]+")
                        .splitAsStream(person.name().text().strip())
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
