package org.careline.contact;

import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * In which time zones a person may be, by what is known of them (leads.md §2.3: "zone = stated > ZIP/state > area code").
 * Neither is certain: a ZIP prefix or an area code may lie in several zones, and then all of them are meant.
 */
public final class ContactZones {

    private ContactZones() {}

    /**
     * The zones of all ZIP codes if any is known, else those of all phone numbers.
     *
     * @param zips US ZIP codes of five or nine digits; anything else says nothing
     * @return empty if nothing is known, for example of a toll-free number
     */
    public static Set<ZoneId> of(Set<PhoneNumber> phones, Set<String> zips) {
        Set<ZoneId> byZip = all(zips, ZipZones::of);
        return byZip.isEmpty() ? all(phones, AreaCodes::zones) : byZip;
    }

    private static <T> Set<ZoneId> all(Set<T> places, Function<T, Set<ZoneId>> zones) {
        return places.stream().flatMap(place -> zones.apply(place).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
