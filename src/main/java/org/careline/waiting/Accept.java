package org.careline.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careline.staff.CoordinatorId;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator took a caller. It is provisional until the carrier has connected the two.
 *
 * @param at when they pressed 1
 * @param bridgedAt when the two were connected; null before
 * @param endedAt when their talk was over; null before
 */
public record Accept(
        CoordinatorId coordinator,
        Instant at,
        @Nullable Instant bridgedAt,
        @Nullable Instant endedAt) {

    static Accept of(CoordinatorId coordinator, Instant now) {
        return new Accept(coordinator, now, null, null);
    }

    /** When the two were connected; empty before. */
    public Optional<Instant> began() {
        return Optional.ofNullable(bridgedAt);
    }

    /** When their talk was over; empty before. */
    public Optional<Instant> end() {
        return Optional.ofNullable(endedAt);
    }

    boolean bridged() {
        return began().isPresent();
    }

    /** Whether the two are connected now. */
    boolean talks() {
        return bridged() && !over();
    }

    boolean over() {
        return end().isPresent();
    }

    Accept bridged(Instant now) {
        return bridged() ? this : new Accept(coordinator, at, now, endedAt);
    }

    Accept ended(Instant now) {
        return over() ? this : new Accept(coordinator, at, began().orElse(now), now);
    }

    /** Whether the two were not connected in time. */
    boolean failed(Duration longest, Instant now) {
        return !bridged() && !now.isBefore(at.plus(longest));
    }

    /** Whether the carrier must have cut off the talk, though it did not say so. */
    boolean cutOff(Duration longestTalk, Instant now) {
        return !over()
                && began().filter(at -> !now.isBefore(at.plus(longestTalk))).isPresent();
    }
}
