package org.careline.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.careline.lead.Asked;
import org.careline.lead.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * One inbound message before we know whose it is.
 *
 * @param id the message's own identity
 * @param at when it reached us, cut to milliseconds
 * @param sender who sent it, as far as they said
 * @param details what they asked for
 * @param attribution where they came from: {@code utm_source}, {@code referrer}, {@code number} dialled …
 * @param suspicion why it looks like junk; null if it does not
 */
public record Inquiry(
        SourceId id,
        Instant at,
        Sender sender,
        @Field("request") InquiryDetails details,
        Map<String, String> attribution,
        @Nullable Suspicion suspicion) {

    /** A call of whose end nothing is learnt is over by then, unless a coordinator accepted it. */
    public static final Duration LONGEST_CALL = Duration.ofMinutes(25);

    /** Why an inquiry waits for a human look before it becomes a lead. It got the same receipt as everyone's. */
    public enum Suspicion {
        HONEYPOT,
        FILLED_IN_TOO_FAST,
        /** More forms than usual came from one place, named one person, or came at all. */
        TOO_MANY
    }

    public Inquiry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        attribution = new TreeMap<>(attribution);
    }

    /** What its lead is told that the person said. */
    public Asked asked() {
        return new Asked(
                details.to(),
                details.zip(),
                details.dateOfBirth(),
                details.language(),
                details.forWhom(),
                details.bestTimes(),
                Optional.ofNullable(details.consent()).map(ConsentGiven::kept).orElse(null),
                attribution);
    }
}
