package org.careline.console;

import org.careline.contact.ContactPoint;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Person;

/** What a list calls a person: staff may see a name there, but no whole phone number or address. */
final class Who {

    private static final String UNKNOWN = "Name not given";

    private Who() {}

    static String name(Person person) {
        return person.name() == null ? UNKNOWN : person.name().text();
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
