package org.careline.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.consent.CallableTime.Within;
import org.careline.staff.OpeningHours;

/**
 * The hours in which one person may be called: the hours wherever they may be, and the clinic is open. Pure; safe for any
 * number of threads.
 */
public final class ContactWindow {

    /** Hours that do not coincide for this long, seen from a time when the clinic is open, never do. */
    private static final Duration SEARCHED = Duration.ofDays(14);

    private final OpeningHours clinic;
    private final List<OpeningHours> all;

    /**
     * @param places the hours at each place where the person may be, each by its own clock
     */
    ContactWindow(List<OpeningHours> places, OpeningHours clinic) {
        this.clinic = clinic;
        this.all = Stream.concat(Stream.of(clinic), places.stream()).toList();
    }

    /** Whether the person may be called then. */
    public boolean allows(Instant when) {
        return all.stream().allMatch(hours -> hours.openAt(when));
    }

    /**
     * The first moment, not before {@code from}, at which the person may be called. If there is none within two weeks of
     * the clinic's next opening, that opening; if the clinic never opens, {@code from} itself.
     */
    public CallableTime next(Instant from) {
        Optional<Instant> open = clinic.openFrom(from);
        return open.flatMap(this::search)
                .map(found -> new CallableTime(found, Within.CONTACT_WINDOW))
                .or(() -> open.map(opening -> new CallableTime(opening, Within.OPENING_HOURS)))
                .orElseGet(() -> new CallableTime(from, Within.NOTHING));
    }

    /** The end of the hours that cover this moment; the moment itself if none do. */
    public Instant until(Instant when) {
        return all.stream()
                .map(hours -> hours.openUntil(when))
                .min(Comparator.naturalOrder())
                .orElse(when);
    }

    /** Whether the clinic is open then. */
    public boolean clinicOpen(Instant when) {
        return clinic.openAt(when);
    }

    /** A moment so much later, if it is within the same hours; else the opening itself. */
    public Instant after(CallableTime opening, Duration later) {
        Instant wanted = opening.at().plus(later);
        boolean fits = switch (opening.within()) {
            case CONTACT_WINDOW -> allows(wanted);
            case OPENING_HOURS -> clinic.openAt(wanted);
            case NOTHING -> true;
        };
        return fits ? wanted : opening.at();
    }

    private Optional<Instant> search(Instant from) {
        Instant last = from.plus(SEARCHED);
        Instant at = from;
        while (!at.isAfter(last)) {
            Optional<Instant> latest = latestOpening(at);
            if (latest.isEmpty() || latest.get().equals(at)) {
                return latest;
            }
            at = latest.get();
        }
        return Optional.empty();
    }

    /** Nothing before the latest of all next openings can be within all hours; empty if some of them never come. */
    private Optional<Instant> latestOpening(Instant from) {
        List<Instant> openings =
                all.stream().flatMap(hours -> hours.openFrom(from).stream()).toList();
        return openings.size() < all.size()
                ? Optional.empty()
                : openings.stream().max(Comparator.naturalOrder());
    }
}
