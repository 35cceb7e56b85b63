package org.careline.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a lead was in contact with us. Each component is a minimum or a maximum over its touches.
 *
 * @param firstInboundAt the earliest inbound touch
 * @param lastInboundAt the latest inbound touch
 * @param settledAt the last outcome or closing by a person; a touch that is not later changes nothing that is due
 * @param attribution where the earliest touch came from
 */
public record History(
        Instant firstInboundAt,
        Instant lastInboundAt,
        @Nullable Instant settledAt,
        Map<String, String> attribution) {

    public History {
        attribution = Map.copyOf(attribution);
    }

    static History of(Instant at, Map<String, String> attribution) {
        return new History(at, at, null, attribution);
    }

    History and(History other) {
        boolean otherIsFirst = other.firstInboundAt.isBefore(firstInboundAt);
        return new History(
                otherIsFirst ? other.firstInboundAt : firstInboundAt,
                latest(lastInboundAt, other.lastInboundAt),
                settledAt == null || other.settledAt == null
                        ? (settledAt == null ? other.settledAt : settledAt)
                        : latest(settledAt, other.settledAt),
                otherIsFirst || attribution.isEmpty() ? other.attribution : attribution);
    }

    History settled(Instant at) {
        return new History(firstInboundAt, lastInboundAt, settledAt == null ? at : latest(settledAt, at), attribution);
    }

    /** Whether something that happened then still waits for an answer. */
    boolean unsettled(Instant at) {
        return settledAt == null || at.isAfter(settledAt);
    }

    /** Whether somebody has worked on the lead since its last contact. */
    public boolean answered() {
        return !unsettled(lastInboundAt);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
