package org.careline.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The time zones of phone numbers. In North America the whole area code counts, all of its exchanges together: a number
 * moves with its owner within the region, and an exchange says only where it was first given out.
 */
final class AreaCodes {

    private static final int NORTH_AMERICA = 1;
    private static final long NUMBERS_OF_AN_AREA = 10_000_000;
    private static final long NUMBERS_OF_AN_EXCHANGE = 10_000;
    private static final int FIRST_EXCHANGE = 200;
    private static final int EXCHANGES = 1_000;

    /** A number of any other kind (toll-free, personal, unknown) can be answered anywhere. */
    private static final Set<PhoneNumberType> PLACED =
            EnumSet.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private static final Map<Long, Set<ZoneId>> KNOWN = new ConcurrentHashMap<>();

    private AreaCodes() {}

    static Set<ZoneId> zones(PhoneNumber number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(number.e164(), "ZZ");
            if (!PLACED.contains(numbers.getNumberType(parsed))) {
                return Set.of();
            }
            return parsed.getCountryCode() == NORTH_AMERICA
                    ? KNOWN.computeIfAbsent(parsed.getNationalNumber() / NUMBERS_OF_AN_AREA, AreaCodes::ofArea)
                    : known(PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(parsed));
        } catch (NumberParseException unknownCountry) {
            return Set.of();
        }
    }

    private static Set<ZoneId> ofArea(long areaCode) {
        PhoneNumberToTimeZonesMapper mapper = PhoneNumberToTimeZonesMapper.getInstance();
        return known(LongStream.range(FIRST_EXCHANGE, EXCHANGES)
                .mapToObj(exchange -> new Phonenumber.PhoneNumber()
                        .setCountryCode(NORTH_AMERICA)
                        .setNationalNumber(areaCode * NUMBERS_OF_AN_AREA + exchange * NUMBERS_OF_AN_EXCHANGE))
                .flatMap(first -> mapper.getTimeZonesForGeographicalNumber(first).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Without the marker of an unknown zone, and without zones that are newer than the running Java. */
    private static Set<ZoneId> known(Collection<String> names) {
        Set<String> ofJava = ZoneId.getAvailableZoneIds();
        return names.stream()
                .filter(name -> !name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                .filter(ofJava::contains)
                .map(ZoneId::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
