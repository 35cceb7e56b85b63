package org.careline.inbox;

import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;

/** Tells a repeat of a message from another one under the same key: a hash of everything that the sender gave. */
final class ContentHash {

    private ContentHash() {}

    static String of(Inquiry inquiry) {
        Sender sender = inquiry.sender();
        InquiryDetails details = inquiry.details();
        StringBuilder fields = new StringBuilder();
        add(fields, Optional.ofNullable(sender.name()).map(PersonName::text));
        add(fields, Optional.ofNullable(sender.phone()).map(PhoneNumber::e164));
        add(fields, Optional.ofNullable(sender.email()).map(EmailAddress::address));
        add(fields, Optional.ofNullable(details.to()));
        add(fields, Optional.ofNullable(details.zip()));
        add(fields, Optional.ofNullable(details.dateOfBirth()));
        add(fields, Optional.ofNullable(details.language()));
        add(fields, Optional.ofNullable(details.message()));
        add(fields, Optional.ofNullable(details.forWhom()));
        add(fields, Optional.of(details.bestTimes()));
        add(fields, Optional.ofNullable(details.consent()));
        add(fields, Optional.of(inquiry.attribution()));
        return hash(fields.toString());
    }

    /** Each field with its length, so that no two different rows of fields read the same. */
    private static void add(StringBuilder fields, Optional<?> value) {
        Optional<String> text = value.map(Object::toString);
        fields.append(text.map(String::length).map(String::valueOf).orElse("-"))
                .append(':')
                .append(text.orElse(""));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(DigestUtils.sha256(text), 0, 16);
    }
}
