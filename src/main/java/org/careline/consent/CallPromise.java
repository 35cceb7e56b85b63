package org.careline.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When somebody who asked is called, as it can be told to them. What is told is never earlier than what is planned: the
 * call is due at {@code dueAt}, not before {@code from} and not after {@code until}.
 *
 * @param why what decides the time
 * @param from the earliest moment of the call
 * @param until by when they hear from us, as a rule; no earlier than the call is due
 * @param otherwise when the next hours begin, if calls end before what is usual; null if that does not matter
 * @param dueAt when the queue has the call due
 * @param clock the zone in which times are told: where the person is if that is known, else where the clinic is
 */
public record CallPromise(
        Why why, Instant from, Instant until, @Nullable Instant otherwise, Instant dueAt, ZoneId clock) {

    /** What decides when somebody is called. */
    public enum Why {
        /** They can be called now. */
        NOW,
        /** The clinic is closed: when it is open again and the person may be called. */
        CLINIC_OPENS,
        /** The clinic is open, but the person may not be called before, by the hours of where they are. */
        WINDOW_OPENS,
        /** They named this part of the week. */
        GOOD_TIME,
        /** The clinic begins to call on a later day. */
        LATER_DAY,
        /** The clinic's hours name no time. */
        UNKNOWN
    }

    /** The same, told by what is usual while people can be called. */
    public CallPromise usually(Duration usual, Instant closes, Instant next) {
        Instant wanted = from.plus(usual);
        Instant usually = wanted.isAfter(dueAt) ? wanted : dueAt;
        return usually.isBefore(closes)
                ? new CallPromise(why, from, usually, null, dueAt, clock)
                : new CallPromise(why, from, closes, next, dueAt, clock);
    }

    /** How many whole minutes after {@code since} they hear from us, as a rule; at least one. */
    public int minutes(Instant since) {
        long seconds = Duration.between(since, until).toSeconds();
        return (int) Math.max(1, (seconds + 59) / 60);
    }
}
