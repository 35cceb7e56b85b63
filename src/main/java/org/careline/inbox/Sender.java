package org.careline.inbox;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.contact.ContactPoint;
import org.careline.contact.ContactZones;
import org.careline.contact.EmailAddress;
import org.careline.contact.PersonName;
import org.careline.contact.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an inquiry, as far as they said. Withheld callers have neither phone nor e-mail.
 */
public record Sender(
        @Nullable PersonName name,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email) {

    public static final Sender WITHHELD = new Sender(null, null, null);

    public static Sender caller(PhoneNumber number) {
        return new Sender(null, number, null);
    }

    /**
     * In which time zones they may be; empty if nothing is known.
     *
     * @param zip what they gave as theirs; null if they gave none
     */
    public Set<ZoneId> zones(@Nullable String zip) {
        return ContactZones.of(
                Stream.ofNullable(phone).collect(Collectors.toSet()),
                Stream.ofNullable(zip).collect(Collectors.toSet()));
    }

    /** The contact points given; at most two. */
    public Set<ContactPoint> points() {
        return Stream.of(phone, email)
                .filter(point -> point != null)
                .map(ContactPoint.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
