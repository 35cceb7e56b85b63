package org.careline.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one touch says about its lead.
 *
 * @param person the name and points it came with
 * @param onTheLineUntil for a call that is not known to be over: when it must be, at the latest; else null
 * @param confirmed whether it is known that this was the lead's own person
 */
public record Contact(
        SourceId source,
        Instant at,
        Person person,
        Map<String, String> attribution,
        @Nullable Instant onTheLineUntil,
        boolean confirmed) {}
