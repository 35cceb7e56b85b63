package org.careline.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers may be dialled at the clinic's cost: numbers of people in the countries that it allows. Pure; safe for any
 * number of threads.
 *
 * @param countries ISO 3166
 */
public record DialRules(Set<String> countries) {

    private static final int NORTH_AMERICA = 1;

    /** What the caller of such a number pays for, or that belongs to no one person. */
    private static final Set<PhoneNumberType> COSTLY = EnumSet.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.PAGER,
            PhoneNumberType.UAN);

    /** Codes of no country: satellites, world-wide networks, world-wide premium and shared cost (ITU-T E.164, annex). */
    private static final Set<Integer> WORLD_WIDE =
            Set.of(808, 870, 875, 876, 877, 878, 879, 881, 882, 883, 888, 979, 991);

    /** An area code and an exchange begin with 2 to 9 (NANPA, "Numbering resources"). */
    private static final Pattern PLACED_IN_NORTH_AMERICA = Pattern.compile("[2-9]\\d{2}[2-9]\\d{6}");

    /** What the rules say of a number. */
    public enum Verdict {
        ALLOWED,
        /** It costs more than a call, is nobody's or a satellite's. */
        NOBODYS,
        /** It is in a country that the clinic does not call by itself, or of a kind that the tables do not know. */
        ABROAD
    }

    public DialRules {
        countries = Set.copyOf(countries);
    }

    public Verdict of(PhoneNumber number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(number.e164(), "ZZ");
            PhoneNumberType type = numbers.getNumberType(parsed);
            if (COSTLY.contains(type) || WORLD_WIDE.contains(parsed.getCountryCode())) {
                return Verdict.NOBODYS;
            }
            if (type == PhoneNumberType.UNKNOWN && !newHere(parsed)) {
                return parsed.getCountryCode() == NORTH_AMERICA ? Verdict.NOBODYS : Verdict.ABROAD;
            }
            return allowed(numbers.getRegionCodeForNumber(parsed), parsed) ? Verdict.ALLOWED : Verdict.ABROAD;
        } catch (NumberParseException noCountry) {
            return Verdict.NOBODYS;
        }
    }

    /** An area code that is newer than the tables is a person's like any other, as far as its shape is one. */
    private static boolean newHere(Phonenumber.PhoneNumber number) {
        String national = Long.toString(number.getNationalNumber());
        return number.getCountryCode() == NORTH_AMERICA
                && PLACED_IN_NORTH_AMERICA.matcher(national).matches();
    }

    /** The islands have codes of their own that are known: an unknown one is of the United States or Canada. */
    private boolean allowed(@Nullable String region, Phonenumber.PhoneNumber number) {
        return region == null
                ? number.getCountryCode() == NORTH_AMERICA && (countries.contains("US") || countries.contains("CA"))
                : countries.contains(region);
    }
}
