package org.careline.followup;

import java.time.Instant;
import org.careline.lead.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator reports of an attempt to reach a person.
 *
 * @param at the time that was named; null if none was
 * @param language the language that the person speaks, as a tag such as {@code es}; null if it does not matter
 */
public record AttemptReport(
        Outcome outcome, @Nullable Instant at, @Nullable String language) {

    /** A report of an outcome that needs nothing else. */
    public static AttemptReport of(Outcome outcome) {
        return new AttemptReport(outcome, null, null);
    }
}
