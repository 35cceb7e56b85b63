package org.careline.intake.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One piece of work on a thread of its own that stops at any of its passes until it is told to go on. */
final class Actor {

    final String name;
    final String home;

    private final Baton baton;
    private final Runnable work;
    private @Nullable Thread director;
    private @Nullable Thread thread;
    private @Nullable Throwable end;
    private boolean begun;
    private boolean done;
    private boolean alone;
    private boolean killed;
    private int passesLeft;
    private int wakesAt;

    Actor(String name, String home, Baton baton, Runnable work) {
        this.name = name;
        this.home = home;
        this.baton = baton;
        this.work = work;
    }

    /** Plays the whole work at once, on the director's own thread; only for one that has not begun. */
    void playToTheEnd() {
        begun = true;
        alone = true;
        play();
    }

    /** Goes on for some passes. */
    void goOn(int passes) {
        passesLeft = passes;
        director = Thread.currentThread();
        if (begun) {
            baton.handTo(Objects.requireNonNull(thread));
        } else {
            begun = true;
            baton.handToNew(this::playOnItsThread);
        }
    }

    private void playOnItsThread() {
        thread = Thread.currentThread();
        if (!killed) {
            play();
        }
        done = true;
        baton.leaveTo(Objects.requireNonNull(director));
    }

    private void play() {
        try {
            work.run();
        } catch (RuntimeException | Error thrown) {
            end = thrown;
        }
        done = true;
    }

    /** Called by the work itself: others may come in between, and the process may end here. */
    void pass() {
        if (!alone && !killed && --passesLeft <= 0) {
            baton.handTo(Objects.requireNonNull(director));
        }
        if (killed) {
            throw new Killed();
        }
    }

    void kill() {
        killed = true;
    }

    void sleepUntil(int step) {
        wakesAt = step;
    }

    int wakesAt() {
        return wakesAt;
    }

    boolean begun() {
        return begun;
    }

    boolean done() {
        return done;
    }

    /** What the work ended with; null if it simply ended. */
    @Nullable Throwable end() {
        return end;
    }
}
