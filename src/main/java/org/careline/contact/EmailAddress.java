package org.careline.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: its domain in ASCII (IDNA), without characters that nobody sees, trimmed and in lower case (RFC 5321 lets
 * the local part differ by case; no provider in use does).
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

    /** Reads an address as a person types it, full-width letters too; empty if it cannot be one. */
    public static Optional<EmailAddress> parse(String typed) {
        String seen = compatible(VisibleText.line(typed)).strip();
        String text = compatible(seen.toLowerCase(Locale.ROOT));
        int at = text.lastIndexOf('@') + 1;
        return MailDomain.ascii(text.substring(at))
                .map(domain -> text.substring(0, at) + domain)
                .filter(address ->
                        address.length() <= LONGEST && SHAPE.matcher(address).matches())
                .map(EmailAddress::new);
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Whether its letters are of several alphabets, so that it looks like another address and must be read back. */
    public boolean ofSeveralAlphabets() {
        return Alphabets.several(inItsLetters());
    }

    /** As a person reads it: its domain in its own letters, but in ASCII if these could be taken for others. */
    public String readable() {
        return ofSeveralAlphabets() ? address : inItsLetters();
    }

    private String inItsLetters() {
        int at = address.lastIndexOf('@') + 1;
        return address.substring(0, at) + MailDomain.inItsLetters(address.substring(at));
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
