package org.careline.consent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careline.staff.ClinicHours;
import org.careline.staff.OpeningHours;
import org.careline.staff.WeekPeriod;

/** Tells the hours in which people may be called, by the time zones in which they may be. Safe for any number of threads. */
public final class ContactWindows {

    private final ClinicContactWindows file;
    private final ClinicHours hours;
    private final OpeningHours clinic;
    private final String words;
    private final Map<ZoneId, OpeningHours> byZone = new ConcurrentHashMap<>();

    /**
     * @param hours the clinic's own, which narrow the others
     */
    public ContactWindows(ClinicContactWindows file, ClinicHours hours) {
        this.file = file;
        this.hours = hours;
        this.clinic = OpeningHours.of(hours);
        this.words = file.hours().stream()
                .map(ContactWindows::inWords)
                .collect(Collectors.joining(", ", file.preset() + ": ", ""));
    }

    /**
     * The hours of somebody who may be in any of these zones; each of them must allow it.
     *
     * @param zones where the person may be; if empty, where the clinic is
     */
    public ContactWindow of(Set<ZoneId> zones) {
        List<OpeningHours> places = (zones.isEmpty() ? Set.of(clinic.zone()) : zones)
                .stream().map(zone -> byZone.computeIfAbsent(zone, this::place)).toList();
        return new ContactWindow(places, clinic);
    }

    /**
     * The same hours, as far as they are good ones for the person.
     *
     * @param good when the person is well reached, by the clock where they are; if empty, never
     */
    public ContactWindow of(Set<ZoneId> zones, List<WeekPeriod> good) {
        Set<ZoneId> clocks = zones.isEmpty() ? Set.of(clinic.zone()) : zones;
        Stream<OpeningHours> wished =
                clocks.stream().map(zone -> OpeningHours.of(new ClinicHours(zone, good, List.of())));
        Stream<OpeningHours> allowed = clocks.stream().map(zone -> byZone.computeIfAbsent(zone, this::place));
        return new ContactWindow(Stream.concat(allowed, wished).toList(), clinic);
    }

    /** Whether the clinic is open then. */
    public boolean clinicOpen(Instant when) {
        return clinic.openAt(when);
    }

    /** By which clock times are told to a person: their own if it is known, else the clinic's. */
    public ZoneId clock(Set<ZoneId> zones) {
        return zones.size() == 1 ? zones.iterator().next() : clinic.zone();
    }

    /** By whose calendar a person's days are counted: the clinic's if they may be there, else always the same one. */
    public ZoneId calendar(Set<ZoneId> zones) {
        return zones.contains(clinic.zone())
                ? clinic.zone()
                : zones.stream().min(Comparator.comparing(ZoneId::getId)).orElse(clinic.zone());
    }

    /** The hours that count, in words: {@code strict: monday tuesday … saturday 09:00-20:00, sunday 12:00-18:00}. */
    public String inWords() {
        return words;
    }

    /** The zones, in words; the clinic's if none is known. */
    public String inWords(Set<ZoneId> zones) {
        return zones.isEmpty()
                ? clinic.zone() + " (the clinic's)"
                : zones.stream().map(ZoneId::getId).sorted().collect(Collectors.joining(" "));
    }

    /** Everything that decides what is allowed. */
    public String content() {
        return file.preset() + file.hours() + hours;
    }

    private static String inWords(WeekPeriod period) {
        String days = period.days().stream()
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return days + " " + period.from() + "-" + period.to();
    }

    private OpeningHours place(ZoneId zone) {
        return OpeningHours.of(new ClinicHours(zone, file.hours(), List.of()));
    }
}
