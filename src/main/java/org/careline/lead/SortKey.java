package org.careline.lead;

import java.time.Instant;
import java.util.Locale;

/** A time and a lead's id as one text that sorts like the pair, so that a page is one range of one index. */
final class SortKey {

    private SortKey() {}

    static String of(Instant at, LeadId id) {
        return String.format(Locale.ROOT, "%015d|%s", at.toEpochMilli(), id.value());
    }
}
