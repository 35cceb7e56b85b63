package org.careline.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, trimmed and in lower case (RFC 5321 lets the local part differ by case; no provider in use does).
 * {@code toString()} shows only the first letter.
 *
 * @param address the address; at most 254 characters, 64 of them before the {@code @} (RFC 5321 §4.5.3.1)
 */
public record EmailAddress(String address) implements ContactPoint {

    static final String PREFIX = "mail:";

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\\\\\]\\p{Cntrl}]{1,64}@[^\\s@.,:;<>\\p{Cntrl}]+(\\.[^\\s@.,:;<>\\p{Cntrl}]+)+");

    public EmailAddress {
        if (address.length() > LONGEST
                || !SHAPE.matcher(address).matches()
                || !address.equals(address.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("An e-mail address is local-part@domain in lower case");
        }
    }

    /** Reads an address as a person types it; empty if it cannot be one. */
    public static Optional<EmailAddress> parse(String typed) {
        String address = typed.strip().toLowerCase(Locale.ROOT);
        boolean possible = address.length() <= LONGEST && SHAPE.matcher(address).matches();
        return possible ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    @Override
    public String key() {
        return PREFIX + address;
    }

    @Override
    public String toString() {
        return address.charAt(0) + "…@…";
    }
}
