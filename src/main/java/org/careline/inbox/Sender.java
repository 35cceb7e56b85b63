package org.careline.inbox;

import java.time.ZoneId;
import java.util.Optional;
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

    public static final Sender WITHHELD = of(Optional.empty(), Optional.empty(), Optional.empty());

    static Sender of(Optional<PersonName> name, Optional<PhoneNumber> phone, Optional<EmailAddress> email) {
        return new Sender(name.orElse(null), phone.orElse(null), email.orElse(null));
    }

    public static Sender caller(PhoneNumber number) {
        return of(Optional.empty(), Optional.of(number), Optional.empty());
    }

    /** The same, who cannot be called. */
    public Sender withoutPhone() {
        return of(Optional.ofNullable(name), Optional.empty(), Optional.ofNullable(email));
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
        return Stream.<ContactPoint>concat(Stream.ofNullable(phone), Stream.ofNullable(email))
                .collect(Collectors.toUnmodifiableSet());
    }
}
