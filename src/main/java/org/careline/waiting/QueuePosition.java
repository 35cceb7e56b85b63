package org.careline.waiting;

import java.time.Instant;
import java.util.Locale;

/** Where somebody stands in the line, as text that sorts: who has waited longest comes first. */
final class QueuePosition {

    private QueuePosition() {}

    static String of(Instant since, WaitingId id) {
        return String.format(Locale.ROOT, "%015d %s", since.toEpochMilli(), id);
    }
}
