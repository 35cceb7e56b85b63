package org.careline.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the API has them: UTC, with milliseconds (contract.md, "Lead out"). */
final class ApiTime {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ApiTime() {}

    static String of(Instant at) {
        return FORM.format(at);
    }
}
