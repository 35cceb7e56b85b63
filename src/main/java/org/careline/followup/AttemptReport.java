package org.careline.followup;

import java.time.Instant;
import java.util.Optional;
import org.careline.lead.Outcome;

/**
 * What a coordinator reports of an attempt to reach a person.
 *
 * @param at the time that was named; empty if none was
 * @param language the language that the person speaks, as a tag such as {@code es}; empty if it does not matter
 */
public record AttemptReport(Outcome outcome, Optional<Instant> at, Optional<String> language) {

    /** A report of an outcome that needs nothing else. */
    public static AttemptReport of(Outcome outcome) {
        return new AttemptReport(outcome, Optional.empty(), Optional.empty());
    }
}
