package org.careline.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.careline.snapshot.CallTime;
import org.careline.staff.OpeningHours;
import org.careline.staff.Roster;
import org.springframework.stereotype.Component;

/** The hour at which a call is rehearsed: now, or the next one of a kind, so that nobody has to wait for it. */
@Component
class RehearsedHours {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.US);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration FAR = Duration.ofDays(366);

    private final CallTime time;
    private final OpeningHours hours;
    private final Roster roster;
    private final Clock clock;
    private volatile Hour chosen = Hour.NOW;
    private volatile Coming offered = new Coming(Instant.MIN, List.of());

    /** A kind of hour, and what it is called. */
    enum Hour {
        NOW("As it is now"),
        OPEN("In opening hours, with somebody on shift"),
        NOBODY("In opening hours, with nobody on shift"),
        CLOSED("Outside of opening hours"),
        HOLIDAY("On a holiday");

        private final String words;

        Hour(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What is offered since then. A page asks every second, and a year is long to look through. */
    private record Coming(Instant since, List<Hour> hours) {}

    RehearsedHours(CallTime time, OpeningHours hours, Roster roster, Clock clock) {
        this.time = time;
        this.hours = hours;
        this.roster = roster;
        this.clock = clock;
    }

    /** Those that come within a year. */
    List<Hour> coming() {
        Instant now = clock.instant();
        if (offered.since().isBefore(now.minus(STEP))) {
            List<Hour> coming = Arrays.stream(Hour.values())
                    .filter(hour -> until(hour).isPresent())
                    .toList();
            offered = new Coming(now, coming);
        }
        return offered.hours();
    }

    /**
     * Plans the next calls at the next hour of this kind.
     *
     * @return false if there is none
     */
    boolean choose(Hour hour) {
        Optional<Duration> until = until(hour);
        until.ifPresent(ahead -> {
            time.pretend(ahead);
            chosen = hour;
        });
        return until.isPresent();
    }

    /** The one that was chosen last. */
    Hour chosen() {
        return chosen;
    }

    /** By which hour calls are planned, if it is not the present one, for people; else empty. */
    String pretended() {
        return time.pretended() ? SHOWN.format(time.now().atZone(hours.zone())) : "";
    }

    private Optional<Duration> until(Hour hour) {
        Instant now = clock.instant();
        Instant first = now.truncatedTo(ChronoUnit.HOURS);
        Stream<Instant> later = Stream.iterate(first, at -> at.isBefore(now.plus(FAR)), at -> at.plus(STEP))
                .filter(at -> at.isAfter(now));
        return Stream.concat(Stream.of(now), later)
                .filter(at -> is(hour, at))
                .findFirst()
                .map(at -> Duration.between(now, at));
    }

    private boolean is(Hour hour, Instant at) {
        return switch (hour) {
            case NOW -> true;
            case OPEN -> hours.openAt(at) && somebodyOnShift(at);
            case NOBODY -> hours.openAt(at) && !somebodyOnShift(at);
            case CLOSED -> !hours.openAt(at) && hours.holiday(at).isEmpty();
            case HOLIDAY -> !hours.openAt(at) && hours.holiday(at).isPresent();
        };
    }

    private boolean somebodyOnShift(Instant at) {
        return roster.coordinators().stream().anyMatch(one -> roster.onShift(one, at));
    }
}
