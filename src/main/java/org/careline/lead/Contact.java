package org.careline.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one touch says about its lead.
 *
 * @param person the name and points it came with
 * @param callDueAt when the person is to be called because of it
 * @param onTheLineUntil for a call that is not known to be over: when it must be, at the latest; else null
 * @param confirmed whether it is known that this was the lead's own person
 */
public record Contact(
        SourceId source,
        Instant at,
        Instant callDueAt,
        Person person,
        Map<String, String> attribution,
        @Nullable Instant onTheLineUntil,
        boolean confirmed) {}
