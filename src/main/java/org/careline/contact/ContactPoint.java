package org.careline.contact;

import java.util.Comparator;

/**
 * A normalised phone number or e-mail address. Several people may share one: it is never an identity by itself.
 * {@code toString()} shows nothing by which a person could be reached.
 */
public sealed interface ContactPoint permits PhoneNumber, EmailAddress {

    /** An order that every process finds alike: e-mail addresses, then phone numbers. */
    Comparator<ContactPoint> BY_KEY = Comparator.comparing(ContactPoint::key);

    /** The key under which this point is stored: {@code tel:+13055550123} or {@code mail:maya@example.org}. */
    String key();

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException if the text is no key of a contact point; the message does not repeat it
     */
    static ContactPoint ofKey(String key) {
        if (key.startsWith(PhoneNumber.PREFIX)) {
            return new PhoneNumber(key.substring(PhoneNumber.PREFIX.length()));
        }
        if (key.startsWith(EmailAddress.PREFIX)) {
            return new EmailAddress(key.substring(EmailAddress.PREFIX.length()));
        }
        throw new IllegalArgumentException("A contact point's key begins with tel: or mail:");
    }
}
