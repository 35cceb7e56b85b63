package org.careline.contact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Who a phone network says is calling or texting: a number that can be called back, or somebody who withholds it. */
public sealed interface CallerIdentity {

    /** A caller whose number is known. */
    record Known(PhoneNumber number) implements CallerIdentity {}

    /** A caller without a usable number. Never a key: all withheld callers look alike. */
    record Withheld() implements CallerIdentity {}

    /**
     * The placeholders that Twilio sends instead of a withheld number: the words ANONYMOUS, RESTRICTED, BLOCKED,
     * UNKNOWN and UNAVAILABLE typed on a phone's keys (Twilio support, "What do the numbers … mean?").
     */
    Set<String> PLACEHOLDERS = Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    /** No area code of North America begins with 0 or 1, and nobody has a number of one digit ten times. */
    Pattern MADE_UP = Pattern.compile("\\+1(?:[01]\\d{9}|(\\d)\\1{9})");

    /**
     * Reads Twilio's {@code From}.
     *
     * @param from a number, a placeholder, a word such as {@code anonymous}, a {@code client:} or {@code sip:} address
     */
    static CallerIdentity of(String from) {
        String text = from.strip().toLowerCase(Locale.ROOT);
        if (!text.startsWith("+")
                || PLACEHOLDERS.contains(text)
                || MADE_UP.matcher(text).matches()) {
            return new Withheld();
        }
        return PhoneNumber.parse(text, "ZZ").<CallerIdentity>map(Known::new).orElseGet(Withheld::new);
    }
}
