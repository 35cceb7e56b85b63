package org.careline.console;

import java.util.List;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Person;

/**
 * A contact point in full, as only a lead's own page shows it.
 *
 * @param link what calls or writes to it
 */
record ContactShown(String text, String link, boolean phone) {

    static List<ContactShown> of(Person person) {
        return person.pointsInOrder().stream()
                .map(ContactShown::of)
                .sorted((one, other) -> Boolean.compare(other.phone, one.phone))
                .toList();
    }

    private static ContactShown of(ContactPoint point) {
        if (point instanceof PhoneNumber number) {
            return new ContactShown(number.national(), "tel:" + number.e164(), true);
        }
        String address = ((EmailAddress) point).address();
        return new ContactShown(address, "mailto:" + address, false);
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "ContactShown[" + (phone ? "phone" : "address") + "]";
    }
}
