package org.careline.staff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When the clinic is open, holidays included. Pure; safe for any number of threads. */
public interface OpeningHours {

    static OpeningHours of(ClinicHours hours) {
        return new WeeklyHours(hours);
    }

    /** The clinic's zone. */
    ZoneId zone();

    boolean openAt(Instant when);

    /** The holiday on that day, whether closed or at other hours. */
    Optional<ClinicHours.Holiday> holiday(Instant when);

    /** {@code when} itself if the clinic is open then, else the next instant at which it opens; empty if never within a year. */
    Optional<Instant> openFrom(Instant when);

    /**
     * The end of the opening period that covers {@code when}; {@code when} itself if closed then. Periods that touch are
     * one; an end that is more than a year away is given as a year from {@code when}.
     */
    Instant openUntil(Instant when);
}
