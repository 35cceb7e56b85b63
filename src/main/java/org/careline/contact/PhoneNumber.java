package org.careline.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 ({@code +} and 7 to 15 digits, ITU-T E.164). {@code toString()} shows the last two digits only.
 *
 * @param e164 the number with its leading {@code +}
 */
public record PhoneNumber(String e164) implements ContactPoint {

    static final String PREFIX = "tel:";

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int LONGEST_TYPED = 40;

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("A phone number is + and 7 to 15 digits");
        }
    }

    /**
     * Reads a number as a person types it.
     *
     * <p>A number that is possible by its length is accepted even if no carrier has it in use: an enquiry is never
     * refused for a number range that the tables do not know yet.
     *
     * @param typed any spelling, with or without {@code +}
     * @param region the ISO 3166 country of numbers without {@code +}
     * @return empty if the text cannot be a phone number
     */
    public static Optional<PhoneNumber> parse(String typed, String region) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(typed, region);
            if (numbers.isPossibleNumberWithReason(parsed) != ValidationResult.IS_POSSIBLE) {
                return Optional.empty();
            }
            return Optional.of(numbers.format(parsed, PhoneNumberFormat.E164))
                    .filter(text -> E164.matcher(text).matches())
                    .map(PhoneNumber::new);
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String key() {
        return PREFIX + e164;
    }

    /** Its last so many digits. */
    public String ending(int digits) {
        return e164.substring(e164.length() - digits);
    }

    /** The number as people of its country read it, for a page that may show it. */
    public String national() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.format(numbers.parse(e164, "ZZ"), PhoneNumberFormat.NATIONAL);
        } catch (NumberParseException unknownCountry) {
            return e164;
        }
    }

    /**
     * The number as whoever typed it can check it: as it is written at home, or with {@code +} and the name of its country.
     *
     * @param home the ISO 3166 country of the reader
     */
    public String readBack(String home, Locale language) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(e164, "ZZ");
            String region = numbers.getRegionCodeForNumber(parsed);
            boolean unknownHere = region == null && numbers.getCountryCodeForRegion(home) == parsed.getCountryCode();
            if (unknownHere || home.equals(region)) {
                return numbers.format(parsed, PhoneNumberFormat.NATIONAL);
            }
            String written = numbers.format(parsed, PhoneNumberFormat.INTERNATIONAL);
            String country = region == null ? "" : new Locale("", region).getDisplayCountry(language);
            return country.isEmpty() ? written : written + " (" + country + ")";
        } catch (NumberParseException unknownCountry) {
            return e164;
        }
    }

    @Override
    public String toString() {
        return "+…" + ending(2);
    }
}
