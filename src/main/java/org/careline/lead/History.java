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
 * @param closedAt the last closing by a person; null if it was never closed
 * @param attribution where the earliest touch came from
 */
public record History(
        Instant firstInboundAt,
        Instant lastInboundAt,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        Map<String, String> attribution) {

    public History {
        attribution = Map.copyOf(attribution);
    }

    static History of(Instant first, Instant last, Map<String, String> attribution) {
        return new History(first, last, null, null, attribution);
    }

    History and(History other) {
        boolean otherIsFirst = other.firstInboundAt.isBefore(firstInboundAt);
        return new History(
                otherIsFirst ? other.firstInboundAt : firstInboundAt,
                latest(lastInboundAt, other.lastInboundAt),
                known(settledAt, other.settledAt),
                known(closedAt, other.closedAt),
                otherIsFirst || attribution.isEmpty() ? other.attribution : attribution);
    }

    History settled(Instant at) {
        return new History(firstInboundAt, lastInboundAt, known(settledAt, at), closedAt, attribution);
    }

    History closed(Instant at) {
        return new History(firstInboundAt, lastInboundAt, known(settledAt, at), known(closedAt, at), attribution);
    }

    /** Whether what happened then was not yet known to whoever closed the lead last. */
    boolean afterClosing(Instant at) {
        return closedAt == null || at.isAfter(closedAt);
    }

    /** Whether something that happened then still waits for an answer. */
    boolean unsettled(Instant at) {
        return settledAt == null || at.isAfter(settledAt);
    }

    /** Whether somebody has worked on the lead since its last contact. */
    public boolean answered() {
        return !unsettled(lastInboundAt);
    }

    private static @Nullable Instant known(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null ? (one == null ? other : one) : latest(one, other);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
