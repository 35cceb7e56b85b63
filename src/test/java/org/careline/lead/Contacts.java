package org.careline.lead;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contacts of which little is said. */
public final class Contacts {

    private Contacts() {}

    /** One in which nobody talked with them. */
    public static Contact of(
            SourceId source,
            Instant at,
            Instant callDueAt,
            Person person,
            Map<String, String> attribution,
            @Nullable Instant onTheLineUntil,
            boolean confirmed,
            @Nullable Instant callBackAt,
            List<SafetyHold.Cause> dangers) {
        return new Contact(
                source, at, callDueAt, person, attribution, onTheLineUntil, confirmed, callBackAt, dangers, null);
    }

    /** One of somebody who asks for nothing but to be heard. */
    public static Contact of(
            SourceId source,
            Instant at,
            Instant callDueAt,
            Person person,
            Map<String, String> attribution,
            @Nullable Instant onTheLineUntil,
            boolean confirmed) {
        return of(source, at, callDueAt, person, attribution, onTheLineUntil, confirmed, null, List.of());
    }
}
