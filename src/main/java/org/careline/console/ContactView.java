package org.careline.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.careline.contact.ContactPoint;
import org.careline.contact.EmailAddress;
import org.careline.contact.PhoneNumber;
import org.careline.lead.Person;
import org.springframework.web.util.UriUtils;

/**
 * A contact point in full, as only a lead's own page shows it.
 *
 * @param link what calls or writes to it
 * @param readBack whether it is an address with letters of several alphabets, which may look like another
 */
record ContactView(String text, String link, boolean phone, boolean readBack) {

    static final String SEVERAL_ALPHABETS = "Letters of several alphabets: read it back";

    static List<ContactView> of(Person person) {
        return person.pointsInOrder().stream()
                .map(ContactView::of)
                .sorted((one, other) -> Boolean.compare(other.phone, one.phone))
                .toList();
    }

    private static ContactView of(ContactPoint point) {
        if (point instanceof PhoneNumber number) {
            return new ContactView(number.national(), "tel:" + number.e164(), true, false);
        }
        EmailAddress email = (EmailAddress) point;
        // A question mark would begin headers of the letter.
        String link = "mailto:" + UriUtils.encodePathSegment(email.address(), StandardCharsets.UTF_8);
        return new ContactView(email.readable(), link, false, email.ofSeveralAlphabets());
    }

    /** What stands beside an address that has to be read back. */
    public String careful() {
        return SEVERAL_ALPHABETS;
    }

    /** Nothing of a person reaches a log. */
    @Override
    public String toString() {
        return "ContactView[" + (phone ? "phone" : "address") + "]";
    }
}
