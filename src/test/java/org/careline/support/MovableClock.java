package org.careline.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved by hand. */
public final class MovableClock extends Clock {

    /** A Monday, nine o'clock in New York. */
    public static final Instant MONDAY_NINE = Instant.parse("2026-11-23T14:00:00.123Z");

    private final Instant start;
    private volatile Instant now;
    private volatile Runnable moved = () -> {};

    public MovableClock() {
        this(MONDAY_NINE);
    }

    public MovableClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    public void advance(Duration by) {
        move(by);
        moved.run();
    }

    private synchronized void move(Duration by) {
        now = now.plus(by);
    }

    /** Moves it to this time, unless it is later already; no listener is told. */
    public synchronized void reach(Instant at) {
        now = at.isAfter(now) ? at : now;
    }

    /** @param listener told after each advance, for those who would notice by themselves only after a while */
    public void whenMoved(Runnable listener) {
        moved = listener;
    }

    public synchronized void reset() {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
