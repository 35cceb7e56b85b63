package org.careline.followup;

import java.time.Instant;
import java.util.Optional;
import org.careline.lead.Outcome;
import org.jspecify.annotations.Nullable;

/** Reports as they are told here, with nulls for what was not said. */
final class Reports {

    private Reports() {}

    static AttemptReport of(Outcome outcome, @Nullable Instant at, @Nullable String language) {
        return new AttemptReport(outcome, Optional.ofNullable(at), Optional.ofNullable(language));
    }
}
